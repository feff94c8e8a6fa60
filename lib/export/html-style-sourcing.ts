import { html, type Markup } from './markup';

/** The style sheet's second part: label, chains, graph, origins and contradictions. What holds for all stands in html-style.ts. */
export const SOURCING_STYLE: Markup = html`<style>
.facts .big { display: flex; justify-content: space-between; align-items: baseline; padding: 4px 0; font: 700 17px/24px var(--sans); }
.facts .big a { font: 500 32px/34px var(--serif); text-decoration: none; }
.facts .of { white-space: nowrap; }
.facts .sub { padding-left: 14px; }
.finds dd a { text-decoration-color: var(--rule-2); text-decoration-thickness: 1px; }
.finds dd small { line-height: 1; }
.gt { color: var(--ink-3); }
.neq { color: #b3261e; font-weight: 600; font-style: normal; }
.og { white-space: nowrap; }
.gone { font-weight: 600; }
.claims .chain { margin-top: 2px; max-width: 44em; color: var(--ink-2); overflow-wrap: anywhere; }
.claims .why { max-width: 44em; color: var(--ink-2); overflow-wrap: anywhere; }
.claims .why b { font-weight: 600; color: var(--ink); }
.claims .chain bdi { color: var(--ink); }
.out { text-decoration: underline dashed 1px var(--ink-3); text-underline-offset: 3px; }
.flags { display: flex; flex-wrap: wrap; gap: 5px 6px; margin-top: 8px; max-width: 44em; }
.flags li { padding: 1px 7px; border: 1px solid var(--rule-2); border-radius: 3px; background: var(--raised); font-size: 12px; line-height: 18px; overflow-wrap: anywhere; }
.rel, .ev { margin-top: 8px; max-width: 44em; }
.rel li, .ev li { line-height: 24px; overflow-wrap: anywhere; }
.rel .sign { display: inline-block; min-width: 14px; font-weight: 700; text-align: center; }
.rel .cls { vertical-align: middle; }
.ev small { color: var(--ink-3); font-size: 13px; }

.flowwrap { overflow-x: auto; }
.flow { display: block; max-width: 100%; min-width: 640px; height: auto; font: 13px var(--sans); }
.flow text { fill: var(--ink); unicode-bidi: plaintext; }
.flow .sub { fill: var(--ink-2); font-size: 11.5px; }
.flow rect { fill: var(--ink); }
.flow rect[data-c] { fill: var(--line); }
.flow .lk { fill: var(--tint); stroke: none; }
.flow .un { fill-opacity: .45; stroke: var(--line); stroke-width: 1; stroke-dasharray: 4 3; }
.cap { display: flex; flex-wrap: wrap; gap: 4px 22px; margin-top: 12px; color: var(--ink-2); font-size: 13px; }
.cap .sw { display: inline-block; width: 26px; height: 10px; margin-right: 7px; background: var(--n-tint); }
.cap .un { background: transparent; border: 1px dashed var(--n-line); }
.ways { width: 100%; margin-top: 20px; border-collapse: collapse; font-size: 13px; }
.ways caption { padding-bottom: 6px; text-align: left; color: var(--ink-2); }
.ways th, .ways td { padding: 5px 16px 5px 0; border-bottom: 1px solid var(--rule); text-align: left; vertical-align: top; overflow-wrap: anywhere; }
.ways th { font-weight: 500; color: var(--ink-2); }
.ways .r { text-align: right; }
.ways th:nth-child(3) { white-space: nowrap; }

.speak td:nth-child(2) { width: 19%; }
.speak td:nth-child(3) { width: 21%; }
.speak td:nth-child(5), .speak td:nth-child(6) { width: 15%; }
.speak td:nth-child(7) { width: 20%; padding-right: 0; }
.speak .og { white-space: normal; }

.origins { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 26px 64px; }
.origins h3 { font: 500 19px/25px var(--serif); overflow-wrap: anywhere; }
.origins h3 small { margin-left: 6px; font: 13px/18px var(--sans); color: var(--ink-2); }
.origins p { margin-top: 5px; color: var(--ink-2); overflow-wrap: anywhere; }
.origins b { color: var(--ink); font-weight: 600; }

.pair { margin: 0; }
.pair + .pair { margin-top: 30px; padding-top: 30px; border-top: 1px solid var(--rule); }
.pair svg { display: block; max-width: 100%; height: auto; overflow: visible; }
.pair .slim { display: none; }
.pair .card { fill: var(--raised); stroke: var(--rule-2); stroke-width: 1; }
.pair .bar { fill: var(--line); }
.pair .badge { fill: var(--tint); }
.pair .tie { fill: var(--ink-2); }
.pair text { fill: var(--ink); font-family: var(--sans); }
.pair .t-badge { font-size: 14px; font-weight: 700; }
.pair .t-name { font-size: 15px; font-weight: 600; }
.pair .t-class, .pair .t-word { font-size: 13px; fill: var(--ink-2); }
.pair .t-quote { font: 16px var(--serif); }
.pair .t-sign { font-size: 24px; font-weight: 600; fill: #b3261e; }
.pair figcaption { margin-top: 10px; font-size: 14px; line-height: 24px; color: var(--ink-2); overflow-wrap: anywhere; }
.pair .cls { vertical-align: middle; }
.q { font: 19px/30px var(--serif); overflow-wrap: anywhere; white-space: pre-line; }
.m { margin-top: 4px; font-size: 13px; line-height: 19px; color: var(--ink-2); overflow-wrap: anywhere; }
.m .cls { vertical-align: middle; }
.m b, .m em { font-weight: 500; color: var(--ink); }
.out-note { margin-top: 20px; color: var(--ink-2); }
.method .say { color: var(--ink); }

@media screen and (prefers-color-scheme: dark) { .neq { color: #ff9d94; } .pair .t-sign { fill: #ff9d94; } }
@media (max-width: 1040px) { .origins { grid-template-columns: minmax(0, 1fr); } }
@media (max-width: 620px) {
  .ways { min-width: 540px; }
  .speak td:nth-child(n) { width: auto; }
  .tbl td:nth-child(6), .tbl td:nth-child(7) { grid-column: 2; color: var(--ink-2); }
  .pair .wide { display: none; }
  .pair .slim { display: block; }
}
@media (forced-colors: active) {
  .neq { color: CanvasText; }
  .flow text, .flow .sub { fill: CanvasText; }
  .flow rect, .flow rect[data-c] { fill: CanvasText; }
  .pair .card, .pair .badge { fill: Canvas; stroke: CanvasText; }
  .pair .bar, .pair .tie, .pair text { fill: CanvasText; }
  .flow .lk { fill: Canvas; stroke: CanvasText; stroke-width: 1; }
  .flags li { border-color: CanvasText; }
}
@media print {
  .facts .big { font-size: 12.5px; line-height: 17px; padding-block: 2px; }
  .facts .big a { font-size: 22px; line-height: 24px; }
  .flow path, .flow rect, .cap .sw { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
  .flowwrap { overflow: visible; }
  .flow { min-width: 0; width: 100%; }
  .cap, .ways { font-size: 10px; }
  .ways { margin-top: 12px; }
  .ways th, .ways td { padding-block: 3px; }
  .claims .chain, .claims .why { font-size: 10.5px; line-height: 14.5px; }
  .flags { gap: 2px 4px; margin-top: 4px; }
  .flags li { padding: 0 4px; font-size: 9px; line-height: 13px; }
  .rel, .ev { margin-top: 4px; font-size: 10.5px; }
  .rel li, .ev li { line-height: 16px; }
  .origins { gap: 12px 26px; font-size: 10.5px; line-height: 14.5px; }
  .origins h3 { font-size: 13px; line-height: 17px; }
  .origins h3 small { font-size: 10px; line-height: 14px; }
  .q { font-size: 13px; line-height: 20px; }
  .m { font-size: 10px; line-height: 14px; }
  .pair + .pair { margin-top: 12px; padding-top: 12px; }
  .pair rect { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
  .pair .wide { display: block; width: 100%; }
  .pair .slim { display: none; }
  .pair figcaption { margin-top: 4px; font-size: 10px; line-height: 15px; }
  .pair, .origins > div, .flow, .ways tr { break-inside: avoid; }
}
</style>`;
