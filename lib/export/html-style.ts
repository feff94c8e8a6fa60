import { colourVariables } from './class-colours';
import { html, type Markup } from './markup';

/**
 * The style sheet of the HTML report. It uses no font, image or file from anywhere: the report's content
 * security policy forbids them, and a file that is mailed about has none with it. Classes of sources are
 * told apart by letter and line first; the tint comes last, and may be missing (print in grey,
 * forced colours). Dark is for screens only: paper is light.
 */
export const STYLE: Markup = html`<style>
:root { color-scheme: light; --paper: #fcfbf7; --raised: #fff; --ink: #1d1b17; --ink-2: #524e46; --ink-3: #6b665c; --rule: #e6e2d7; --rule-2: #cdc7b8; --rule-ink: #1d1b17; --pencil: #3a3fa8; --wash: #ebebf8; --rest: 58%;
  ${colourVariables('light')}
  --serif: "Iowan Old Style", Charter, "Bitstream Charter", "Source Serif 4", Georgia, Cambria, "Liberation Serif", serif; --sans: "Segoe UI", system-ui, -apple-system, "Helvetica Neue", "Liberation Sans", Arial, sans-serif; --mono: ui-monospace, "SF Mono", Menlo, Consolas, "Liberation Mono", monospace; }
@media screen and (prefers-color-scheme: dark) {
  :root { color-scheme: dark; --paper: #171613; --raised: #201e1a; --ink: #e9e4d9; --ink-2: #b9b2a4; --ink-3: #9e9788; --rule: #2d2a25; --rule-2: #48443b; --rule-ink: #e9e4d9; --pencil: #aab1ff; --wash: #272a4a; --rest: 62%;
    ${colourVariables('dark')} }
}
@media (prefers-contrast: more) { :root { --ink-2: var(--ink); --ink-3: var(--ink); --rule: var(--rule-2); --rule-2: var(--ink-3); --rest: 100%; } }

*, *::before, *::after { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; scroll-padding-top: 24px; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 14px/20px var(--sans); text-rendering: optimizeLegibility; }
h1, h2, h3, p, ol, ul, dl, dd, blockquote { margin: 0; padding: 0; }
ol, ul { list-style: none; }
a { color: inherit; text-decoration: underline 1px var(--rule-2); text-underline-offset: 3px; }
a:hover { text-decoration-color: currentColor; }
:focus-visible { outline: 2px solid var(--pencil); outline-offset: 2px; border-radius: 3px; }
:target { outline: 2px solid var(--pencil); outline-offset: 3px; border-radius: 3px; }
.vh { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; user-select: none; }
.num { font-variant-numeric: tabular-nums lining-nums; }
.mono { font: 12px/18px var(--mono); overflow-wrap: anywhere; }
[data-c="r"] { --tint: var(--r-tint); --line: var(--r-line); --style: solid; --thick: 1.75px; }
[data-c="n"] { --tint: var(--n-tint); --line: var(--n-line); --style: double; --thick: 1.25px; }
[data-c="d"] { --tint: var(--d-tint); --line: var(--d-line); --style: solid; --thick: 3.5px; }
[data-c="a"] { --tint: var(--a-tint); --line: var(--a-line); --style: dashed; --thick: 1.75px; }
[data-c="u"] { --tint: var(--u-tint); --line: var(--u-line); --style: dotted; --thick: 2.5px; }
[data-c="z"] { --tint: var(--z-tint); --line: var(--z-line); --style: wavy; --thick: 1.25px; }

/* The mark: tint and line. Overlapped, the outer claim's line drops to a second lane, so that both stay whole. */
mark { color: inherit; background: var(--tint); background: color-mix(in oklab, var(--tint) var(--rest), transparent); border-radius: 2px; padding-block: .13em; -webkit-box-decoration-break: clone; box-decoration-break: clone; text-decoration: underline var(--style) var(--line) var(--thick); text-decoration-skip-ink: none; text-underline-offset: .24em; }
mark[data-c="z"] { text-underline-offset: .2em; }
mark[data-lane="1"] { text-underline-offset: .49em; padding-bottom: .34em; }
mark:hover { background: var(--tint); }
.nb { white-space: nowrap; }
/* The badge: a letter cell and a number cell, so that "0" and "10" never run together. */
.tag, .cls { display: inline-flex; align-items: stretch; background: var(--raised); border-radius: 3px; box-shadow: 0 0 0 1px var(--line); color: var(--ink); font-family: var(--sans); font-weight: 650; font-variant-numeric: tabular-nums lining-nums; text-decoration: none; white-space: nowrap; letter-spacing: 0; }
.tag b, .cls b { font-weight: 700; text-align: center; background: var(--tint); border-radius: 3px 0 0 3px; }
.tag { position: relative; top: -.4em; height: 14px; margin: 0 3px 0 1px; font-size: 10px; line-height: 14px; vertical-align: baseline; user-select: none; }
.tag b { min-width: 11px; padding: 0 2px; }
.tag span { padding: 0 2px; }
.tag::after { content: ""; position: absolute; inset: -6px -3px; }
.tag .pips { align-self: center; padding: 0 3px 0 0; }
.cls { flex: none; height: 17px; font-size: 11px; line-height: 17px; }
.cls b { min-width: 17px; padding: 0 3px; }
.cls b:last-child { border-radius: 3px; }
.cls span { padding: 0 4px; }
.pips { display: inline-flex; flex-direction: column-reverse; gap: 1px; }
.pips i { width: 2.5px; height: 2.5px; border-radius: 50%; background: var(--ink); }
.pips i.o { background: transparent; box-shadow: inset 0 0 0 .6px currentColor; opacity: .6; }
.pips.h { flex-direction: row; gap: 2px; margin-right: 6px; }
.pips.h i { width: 6px; height: 6px; }
.pips.h i.o { box-shadow: inset 0 0 0 1px currentColor; }
.spec { display: inline-block; width: 28px; height: 18px; line-height: 10px; overflow: hidden; color: transparent; white-space: pre; font-size: 12px; text-decoration: underline var(--style) var(--line) var(--thick); text-decoration-skip-ink: none; text-underline-offset: 2px; vertical-align: middle; user-select: none; }

.wrap { max-width: 1144px; margin: 0 auto; padding: 0 28px; }
.masthead { display: grid; grid-template-columns: 1fr auto 1fr; align-items: baseline; column-gap: 16px; padding: 20px 0 11px; border-bottom: 3px double var(--rule-ink); font-size: 13px; color: var(--ink-2); }
.masthead > :last-child { text-align: right; }
.wordmark { font: 500 25px/1 var(--serif); letter-spacing: -.015em; color: var(--ink); }
.wordmark span { text-decoration: underline dashed var(--a-line) 1.75px; text-underline-offset: 4px; text-decoration-skip-ink: none; }
.copy { margin-top: 16px; padding: 9px 14px; border: 1px dashed var(--ink-2); background: var(--raised); color: var(--ink-2); }
.copy b { color: var(--ink); }
.hero { display: grid; grid-template-columns: minmax(0, 1fr) 348px; column-gap: 64px; padding-top: 36px; }
.about { color: var(--ink-2); }
/* As wide as its words, so that one from right to left stands over the headline. Arabic letters do not slant. */
.about cite { display: block; width: fit-content; margin-top: 3px; font: italic 21px/28px var(--serif); color: var(--ink); text-wrap: balance; max-width: min(34em, 100%); overflow-wrap: anywhere; }
cite:dir(rtl) { font-style: normal; }
.hero h1 { margin-top: 24px; font: 400 58px/62px var(--serif); letter-spacing: -.022em; text-wrap: balance; font-variant-numeric: lining-nums; }
.hero h1 span { display: inline-block; }
.stand { margin-top: 22px; font: 21px/32px var(--serif); max-width: 34em; text-wrap: pretty; }
.stand a { text-decoration-color: var(--pencil); text-decoration-thickness: 1.25px; }
.finds { display: grid; grid-template-columns: repeat(3, 1fr); column-gap: 26px; margin-top: 34px; padding-top: 14px; border-top: 1px solid var(--rule-2); }
.finds div { display: flex; flex-direction: column; }
.finds dd { order: -1; font: 38px/42px var(--serif); letter-spacing: -.02em; font-variant-numeric: lining-nums; }
.finds dd small { font-size: 21px; color: var(--ink-2); letter-spacing: 0; }
.finds dt { margin-top: 3px; color: var(--ink-2); max-width: 17em; }

.facts { align-self: start; padding: 12px 15px; border: 1.5px solid var(--rule-ink); background: var(--raised); }
.facts h2 { font: 500 32px/36px var(--serif); letter-spacing: -.02em; padding-bottom: 6px; border-bottom: 1px solid var(--rule-ink); }
.facts .line { display: flex; justify-content: space-between; align-items: baseline; gap: 8px; padding: 4px 0; }
.facts .line + .line { border-top: 1px solid var(--rule-2); }
.facts .bar8 { border-top: 9px solid var(--rule-ink); margin-top: 2px; }
.facts .bar4 { border-top: 4px solid var(--rule-ink); margin-top: 2px; }
.stack { display: block; width: 100%; height: auto; margin: 9px 0 7px; }
.stack rect { fill: var(--tint); }
.stack path { fill: var(--line); }
.stack text { fill: var(--ink); font: 700 12px var(--sans); text-anchor: middle; }
.facts table { width: 100%; border-collapse: collapse; }
.facts td, .facts th { padding: 3px 0; border-top: 1px solid var(--rule-2); text-align: left; font-weight: 400; vertical-align: middle; }
.facts tbody tr:first-child > * { border-top: 0; }
.facts td:first-child { width: 27px; }
.facts td:nth-child(3) { width: 44px; }
.facts td:nth-child(4), .facts td:nth-child(5) { width: 46px; text-align: right; }
.facts td:nth-child(5) { font-weight: 650; }
.facts .zero > * { color: var(--ink-3); }
.facts .fine { margin-top: 6px; padding-top: 6px; border-top: 4px solid var(--rule-ink); font-size: 12px; line-height: 16px; color: var(--ink-2); }

.sec { margin-top: 64px; padding-top: 10px; border-top: 1px solid var(--rule-ink); }
.sec > header { display: grid; grid-template-columns: minmax(0, 1fr) 348px; column-gap: 64px; align-items: baseline; margin-bottom: 22px; color: var(--ink-2); }
.sec > header h2 { font: 500 26px/32px var(--serif); letter-spacing: -.014em; color: var(--ink); }
.legend { display: flex; flex-wrap: wrap; gap: 5px 14px; font-size: 13px; }
.legend li { display: inline-flex; align-items: center; gap: 6px; white-space: nowrap; }
.legend .pips.h { margin-right: 0; }

.row { display: grid; grid-template-columns: minmax(0, 640px) 348px; column-gap: 64px; justify-content: space-between; align-items: start; }
.row + .row { margin-top: 14px; }
.row > p, .row > h3 { font: 20px/33px var(--serif); font-variant-numeric: oldstyle-nums; overflow-wrap: anywhere; text-wrap: pretty; }
.row > .kept { white-space: pre-wrap; }
.row > h3 { font-size: 31px; line-height: 42px; font-weight: 500; letter-spacing: -.014em; text-wrap: balance; }
.row > h3 mark { text-underline-offset: .16em; padding-block: .02em .1em; }
.row > h3 mark[data-lane="1"] { text-underline-offset: .3em; padding-bottom: .2em; }
.row > h3 .tag { top: -.85em; }
.notes li { display: grid; grid-template-columns: 46px minmax(0, 1fr); font-size: 13px; line-height: 18px; color: var(--ink-2); overflow-wrap: anywhere; }
.notes li + li { margin-top: 6px; }
.notes .cls { justify-self: start; margin-top: 1px; }
.notes b { font-weight: 600; color: var(--ink); }
.notes em { color: var(--ink); }

.claims > li { display: grid; grid-template-columns: 54px minmax(0, 1fr) 348px; padding: 15px 0 16px; border-top: 1px solid var(--rule-2); }
.claims > li:first-child { border-top: 0; padding-top: 0; }
.claims > li > dl { margin-left: 64px; }
.claims blockquote { font: 18px/29px var(--serif); overflow-wrap: anywhere; white-space: pre-line; }
.claims blockquote + blockquote { margin-top: 4px; }
.claims .who { margin-top: 9px; overflow-wrap: anywhere; }
.claims .who b { font: 600 16px/22px var(--serif); }
.claims .who span { color: var(--ink-2); }
.claims .note { margin-top: 6px; max-width: 42em; color: var(--ink-2); white-space: pre-wrap; overflow-wrap: anywhere; }
.pairs { display: grid; grid-template-columns: 84px minmax(0, 1fr); row-gap: 3px; font-size: 13px; line-height: 19px; align-content: start; }
.pairs > div { display: contents; }
.pairs dt { color: var(--ink-3); }
.pairs dd { overflow-wrap: anywhere; }
.pairs small { color: var(--ink-3); font-size: inherit; }
/* Links under one another are targets of 24 px each (WCAG 2.5.8). */
.pairs .several a { display: inline-block; line-height: 24px; }

.tblwrap { overflow-x: auto; }
.tbl { width: 100%; border-collapse: collapse; }
.tbl th { text-align: left; font-size: 13px; font-weight: 500; color: var(--ink-2); padding: 0 18px 7px 0; border-bottom: 1px solid var(--rule-2); white-space: nowrap; }
.tbl td { padding: 9px 18px 9px 0; border-bottom: 1px solid var(--rule); vertical-align: top; overflow-wrap: anywhere; }
.tbl td:first-child { white-space: nowrap; }
.tbl td:first-child .cls + .cls { margin-left: 4px; }
.tbl td:nth-child(2) { width: 34%; font: 500 16px/21px var(--serif); }
.tbl .r { text-align: right; }
.tbl td.r { font-weight: 600; }
.nums { line-height: 22px; }
.nums a { display: inline-block; min-width: 24px; min-height: 24px; padding: 1px 3px; margin: 0 1px; text-align: center; }

.method { column-count: 2; column-gap: 64px; }
.method > * { break-inside: avoid; margin-bottom: 20px; }
.method h3 { display: flex; align-items: center; gap: 8px; font: 600 15px/22px var(--sans); }
.method dl { margin-top: 5px; }
.method dt { display: inline; font-weight: 600; }
.method dt::after { content: ": "; }
.method dd { display: inline; color: var(--ink-2); }
.method dd::after { content: ""; display: block; }
.method .nums { margin-top: 4px; color: var(--ink-3); }
.method p { color: var(--ink-2); }
.two { display: grid; grid-template-columns: minmax(0, 1fr) 348px; column-gap: 64px; }
.limits li { display: grid; grid-template-columns: 22px minmax(0, 1fr); font: 17px/27px var(--serif); max-width: 40em; }
.limits li + li { margin-top: 7px; }
.limits li::before { content: "–"; color: var(--ink-3); }
.colophon { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 4px 24px; margin: 56px 0 44px; padding-top: 10px; border-top: 1px solid var(--rule-ink); color: var(--ink-3); font-size: 13px; }

@media (max-width: 1040px) {
  .wrap { padding: 0 20px; }
  .hero, .two, .sec > header, .row { grid-template-columns: minmax(0, 1fr); row-gap: 22px; }
  .sec > header { row-gap: 6px; }
  .row { row-gap: 10px; justify-content: stretch; }
  .notes { border-left: 2px solid var(--rule-2); padding-left: 12px; margin-bottom: 6px; }
  .claims > li { grid-template-columns: 54px minmax(0, 1fr); row-gap: 12px; }
  .claims > li > dl { grid-column: 2; margin-left: 0; }
  .facts { max-width: 480px; width: 100%; }
}
@media (max-width: 620px) {
  .masthead { grid-template-columns: 1fr auto; padding-top: 14px; }
  .masthead > :nth-child(2) { display: none; }
  .hero { padding-top: 22px; }
  .about cite { font-size: 17px; line-height: 23px; }
  .hero h1 { margin-top: 14px; font-size: 38px; line-height: 42px; }
  .stand { margin-top: 14px; font-size: 18px; line-height: 28px; }
  .finds { grid-template-columns: 1fr; row-gap: 12px; margin-top: 22px; }
  .finds div { flex-direction: row; align-items: baseline; gap: 12px; }
  .finds dd { min-width: 84px; font-size: 26px; line-height: 30px; }
  .finds dd small { font-size: 16px; }
  .finds dt { max-width: none; }
  .sec { margin-top: 44px; }
  .row > p { font-size: 19px; line-height: 32px; }
  .row > h3 { font-size: 25px; line-height: 35px; }
  .claims > li { grid-template-columns: minmax(0, 1fr); }
  .claims > li > dl { grid-column: 1; }
  .method { column-count: 1; }
  .tbl thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .tbl, .tbl tbody { display: block; }
  .tbl tr { display: grid; grid-template-columns: auto minmax(0, 1fr) auto; column-gap: 10px; padding: 10px 0; border-bottom: 1px solid var(--rule-2); }
  .tbl td, .tbl td:nth-child(2) { width: auto; padding: 0; border: 0; }
  .tbl td:nth-child(3), .tbl td:nth-child(5) { grid-column: 2; color: var(--ink-2); }
  .tbl td:nth-child(4) { grid-column: 3; grid-row: 1; }
  .colophon { flex-direction: column; }
}
@media (forced-colors: active) {
  :root { --rule: CanvasText; --rule-2: CanvasText; --rule-ink: CanvasText; --pencil: Highlight; }
  mark, mark:hover { background: Canvas; color: CanvasText; text-decoration-color: CanvasText; }
  .spec { forced-color-adjust: none; color: Canvas; text-decoration-color: CanvasText; }
  .stack rect { fill: Canvas; stroke: CanvasText; }
  .stack path, .stack text { fill: CanvasText; }
  .tag, .cls { outline: 1px solid LinkText; }
  /* A dot of two pixels with an outline is a blot; confidence is in the list in words. */
  .tag .pips { display: none; }
  .tag b, .cls b:not(:last-child) { border-right: 1px solid CanvasText; }
  .pips i { forced-color-adjust: none; background: CanvasText; }
  .pips i.o { background: Canvas; outline: 1px solid CanvasText; opacity: 1; }
}
@page { size: A4; margin: 15mm 16mm 17mm; @bottom-right { content: counter(page) " / " counter(pages); font: 8.5pt sans-serif; color: #6b665c; } }
@media print {
  :root { --paper: #fff; }
  body { font-size: 9.5pt; line-height: 13.5pt; background: #fff; }
  mark, .tag, .tag b, .cls, .cls b, .stack, .pips i { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
  a { text-decoration: none; }
  :target { outline: none; }
  .wrap { max-width: none; padding: 0; }
  .masthead { grid-template-columns: 1fr auto 1fr; padding-top: 0; font-size: 9pt; }
  .masthead > :nth-child(2) { display: block; }
  .wordmark { font-size: 19px; }
  .hero, .two { grid-template-columns: minmax(0, 1fr) 258px; column-gap: 26px; padding-top: 18px; }
  .two { padding-top: 0; }
  .about cite { font-size: 14.5px; line-height: 19px; }
  .hero h1 { margin-top: 12px; font-size: 36px; line-height: 39px; }
  .stand { margin-top: 12px; font-size: 14.5px; line-height: 21px; }
  .finds { grid-template-columns: repeat(3, 1fr); column-gap: 14px; margin-top: 18px; padding-top: 9px; }
  .finds div { flex-direction: column; align-items: stretch; gap: 0; }
  .finds dd { font-size: 24px; line-height: 28px; }
  .finds dd small { font-size: 14px; }
  .finds dt { font-size: 11px; line-height: 14.5px; }
  .facts { padding: 8px 10px; max-width: none; }
  .facts h2 { font-size: 22px; line-height: 25px; padding-bottom: 3px; }
  .facts .line, .facts td, .facts th { font-size: 11px; line-height: 14.5px; padding-block: 2px; }
  .facts td:first-child { width: 22px; }
  .facts td:nth-child(3), .facts td:nth-child(4), .facts td:nth-child(5) { width: 36px; }
  .facts .bar8 { border-top-width: 7px; }
  .stack { margin: 6px 0 4px; }
  .facts .fine { font-size: 9px; line-height: 12px; }
  .sec { margin-top: 26px; padding-top: 6px; }
  .sec > header { grid-template-columns: minmax(0, 1fr); row-gap: 5px; margin-bottom: 12px; break-after: avoid; }
  .sec > header h2 { font-size: 18px; line-height: 23px; }
  .legend { gap: 2px 10px; font-size: 10px; }
  .cls { height: 14px; font-size: 9px; line-height: 14px; }
  .cls b { min-width: 14px; }
  .row { grid-template-columns: minmax(0, 1fr) 242px; column-gap: 24px; }
  .row + .row { margin-top: 9px; }
  .row > p { font-size: 13.5px; line-height: 22px; orphans: 3; widows: 3; }
  .row > h3 { font-size: 19px; line-height: 26px; break-after: avoid; }
  .tag { height: 11px; font-size: 8px; line-height: 11px; }
  .notes { border: 0; padding: 0; margin: 3px 0 0; }
  .notes li { grid-template-columns: 41px minmax(0, 1fr); font-size: 10px; line-height: 13px; }
  .notes li + li { margin-top: 4px; }
  .claims > li { grid-template-columns: 40px minmax(0, 1fr) 232px; padding: 9px 0; }
  .claims > li > dl { grid-column: 3; margin-left: 26px; }
  .claims blockquote { font-size: 12.5px; line-height: 20px; }
  .claims .who { margin-top: 4px; font-size: 10.5px; line-height: 15px; }
  .claims .who b { font-size: 12px; line-height: 16px; }
  .claims .note { margin-top: 3px; font-size: 10.5px; line-height: 14.5px; }
  .pairs { grid-template-columns: 62px minmax(0, 1fr); row-gap: 1px; font-size: 10px; line-height: 13.5px; }
  .pairs .several a { line-height: inherit; }
  .tblwrap { overflow: visible; }
  .tbl td { padding-block: 5px; font-size: 10.5px; line-height: 14.5px; }
  .tbl td:nth-child(2) { font-size: 12px; line-height: 15px; }
  .tbl th { font-size: 10px; }
  .nums { line-height: 15px; }
  .nums a { min-width: 0; min-height: 0; padding: 0 2px; }
  .method { column-count: 2; column-gap: 26px; font-size: 10.5px; line-height: 14.5px; }
  .method h3 { font-size: 11px; line-height: 15px; }
  .method > * { margin-bottom: 11px; }
  .limits li { font-size: 12px; line-height: 18px; }
  .mono { font-size: 9px; line-height: 13px; }
  .colophon { margin: 24px 0 0; font-size: 9px; }
  .facts, .claims > li, .tbl tr, .notes li, .limits li, .pairs > div { break-inside: avoid; }
  .claims .note { break-inside: auto; }
  thead { display: table-header-group; }
}
</style>`;
