import { colourVariables } from '@/lib/export/class-colours';
import { compositionBar } from '@/lib/export/html-composition';
import { day, HERE } from '@/lib/export/html-parts';
import { saidMarkup } from '@/lib/export/html-said';
import { html, type Markup } from '@/lib/export/markup';
import type { Frame } from '@/lib/frame/frame';
import { frameOfKept } from '@/lib/frame/frames';
import { OWN_LANGUAGE } from '@/lib/frame/languages';
import type { EmbedWords } from './embed-codes';
import { type LabelWords, toLabelCounts } from './label-words';

/** The label beside somebody else's article: `url` is the whole address of the report. */
export type Embedded = { readonly label: LabelWords; readonly url: string; readonly publishedAt: Date };

/** What the codes for embedding say, in the language of the report. */
export function toEmbedWords(
  { label, publishedAt }: Pick<Embedded, 'label' | 'publishedAt'>,
  frame: Frame = frameOfKept(label.language),
): EmbedWords {
  const { language, direction, published } = frame;
  const { embed } = published;
  return {
    tongue: language === OWN_LANGUAGE ? null : { language, direction },
    name: embed.name,
    frame: embed.frame(label.title),
    headline: label.headline,
    classes: label.classes.map(({ label: name, claims }) => embed.ofClass(name, claims)),
    sentences: label.sentences,
    report: embed.report(HERE),
    day: frame.counts.day(publishedAt),
    publishedAt,
  };
}

/** The frame's page. Its links open beside the page that it stands in. */
export function embedPage({ label, url, publishedAt }: Embedded, frame: Frame = frameOfKept(label.language)): string {
  const [first, second] = label.headline;
  const { embed, titled } = frame.published;
  const show = {
    article: () => html`<cite lang="" dir="auto">${label.title}</cite>`,
    report: (words: Markup) => html`<a href="${url}" rel="noopener">${words}</a>`,
  };
  return `${html`<!doctype html>
<html lang="${frame.language}"${frame.direction === 'rtl' ? html` dir="rtl"` : null}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<base target="_blank">
<title>${titled(label.title)}</title>
${STYLE}${frame.direction === 'rtl' ? RTL_STYLE : null}
</head>
<body>
<main>
<h1>${first}<br>${second}</h1>
${compositionBar(toLabelCounts(label), frame)}
<ul>${label.classes.map(({ key, letter, label: name, claims }) => html`<li><b data-c="${key}" aria-hidden="true">${letter}</b><span>${name}</span><span class="n">${saidMarkup(embed.count(claims), { unit: (words) => html`<span class="vh">${words}</span>` })}</span></li>`)}</ul>
${label.sentences.slice(0, 2).map((sentence) => html`<p>${sentence}</p>`)}
<p class="of">${saidMarkup(embed.of(label.title, HERE, 'Hearsay'), show, day(publishedAt, frame))}</p>
</main>
</body>
</html>
`}`;
}

const STYLE = html`<style>
:root { color-scheme: light dark; --paper: #fff; --ink: #1d1b17; --ink-2: #524e46; --rule: #1d1b17; ${colourVariables('light')} }
@media (prefers-color-scheme: dark) { :root { --paper: #201e1a; --ink: #e9e4d9; --ink-2: #b9b2a4; --rule: #e9e4d9; ${colourVariables('dark')} } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 14px/20px "Segoe UI", system-ui, -apple-system, "Helvetica Neue", "Liberation Sans", Arial, sans-serif; }
main { padding: 12px 15px; border: 1.5px solid var(--rule); min-height: 100vh; overflow-wrap: anywhere; }
h1 { margin: 0 0 8px; font: 500 24px/28px "Iowan Old Style", Charter, Georgia, Cambria, "Liberation Serif", serif; }
svg { display: block; width: 100%; height: auto; }
svg, ul { max-width: 480px; }
rect { fill: var(--t); }
path { fill: var(--l); }
text { fill: var(--ink); font-size: 12px; font-weight: 700; text-anchor: middle; }
ul { margin: 8px 0; padding: 0; list-style: none; }
li { display: flex; gap: 8px; align-items: center; padding: 3px 0; border-top: 1px solid color-mix(in srgb, var(--ink) 22%, transparent); }
li .n { margin-left: auto; font-weight: 650; font-variant-numeric: tabular-nums; }
li b { min-width: 18px; text-align: center; font-size: 11px; line-height: 16px; border: 1px solid var(--l); border-radius: 3px; background: var(--t); }
p { margin: 6px 0 0; }
cite:dir(rtl) { font-style: normal; }
.of { color: var(--ink-2); font-size: 13px; }
a { color: inherit; }
.vh { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
[data-c="r"] { --t: var(--r-tint); --l: var(--r-line); } [data-c="n"] { --t: var(--n-tint); --l: var(--n-line); } [data-c="d"] { --t: var(--d-tint); --l: var(--d-line); }
[data-c="a"] { --t: var(--a-tint); --l: var(--a-line); } [data-c="u"] { --t: var(--u-tint); --l: var(--u-line); } [data-c="z"] { --t: var(--z-tint); --l: var(--z-line); }
@media (forced-colors: active) { rect { fill: Canvas; stroke: CanvasText; } path, text { fill: CanvasText; } }
@media print { main { min-height: 0; } svg, li b { -webkit-print-color-adjust: exact; print-color-adjust: exact; } }
</style>`;

/** The number of claims at the end of its line, which is the left one. */
const RTL_STYLE = html`
<style>li .n { margin: 0 auto 0 0; }</style>`;
