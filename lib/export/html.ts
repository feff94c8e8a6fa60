import type { Frame } from '@/lib/frame/frame';
import type { ReportModel } from '@/lib/report/model';
import { type SectionId, sectionsOf } from '@/lib/report/parts';
import { claimPicker, type Picker } from './claim-picker';
import { legend, limits, method, signOff } from './html-about';
import { claimList } from './html-claims';
import { conflicts } from './html-conflicts';
import { checkedCopy, contentsList, headList, numberTable, unattributedList } from './html-contents';
import { factsBox, finding, findings } from './html-facts';
import { graph } from './html-graph';
import { houseLine, houseStyle, imagePolicy } from './html-house';
import { day } from './html-parts';
import { figureList, independenceLegend, originList, speakerTable } from './html-speakers';
import { STYLE } from './html-style';
import { CONTENTS_STYLE } from './html-style-contents';
import { frameStyle } from './html-style-frame';
import { SOURCING_STYLE } from './html-style-sourcing';
import { textRows } from './html-text';
import { html, type Markup } from './markup';
import { madeWith, notAReport } from './report-words';
import { targetsOf, withoutDeadLinks } from './targets';

/**
 * The report as one file: no script, no font, no image but the house’s logo, nothing fetched, and a content security policy that
 * would forbid it. The report's own words are in the language of its frame; the article, its title, quotes, notes and
 * names have no stated language (`lang=""`) and find their own direction (`dir="auto"`).
 * Everything from outside passes the escape of markup.ts.
 */
export function* htmlPieces(model: ReportModel): Generator<string, void, undefined> {
  const isThere = targetsOf(model);
  for (const markup of pagePieces(model)) yield isThere === null ? markup.toString() : withoutDeadLinks(markup.toString(), isThere);
}

function* pagePieces(model: ReportModel): Generator<Markup, void, undefined> {
  const { frame } = model;
  const pick = claimPicker(model);
  yield html`<!doctype html>
<html lang="${frame.language}" dir="${frame.direction}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none';${imagePolicy(model)} style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="${model.generator.name} ${model.generator.version}">
<title>${model.article.title} – ${frame.report.kinds[model.kind]}</title>
${STYLE}
${SOURCING_STYLE}
${CONTENTS_STYLE}${frameStyle(frame)}${houseStyle(model)}
</head>
<body>
<div class="wrap">
${toMasthead(model)}
<main>
<section class="hero"><div>
<p class="about">${frame.layout.onTheArticle} <cite lang="" dir="auto">${model.article.title}</cite>${toTopic(model)}</p>
${finding(model)}
${findings(model)}
</div>
${factsBox(model)}
</section>
`;
  yield html`${headList(model)}
${contentsList(model)}
`;
  for (const id of sectionsOf(model)) yield* section(id, frame.report.sections[id].title, asideOf(id, frame), CONTENTS[id](model, pick));
  yield html`</main>
<footer class="colophon"><span>${madeWith(model)}</span><span>${frame.report.closing[model.kind]}</span></footer>
</div>
</body>
</html>
`;
}

function toMasthead(model: ReportModel): Markup {
  const { kind, generatedAt, frame } = model;
  const { head, words } = notAReport(model);
  const notice = html`<p class="copy"><b>${head}</b> ${words}</p>`;
  return html`<header>${houseLine(model)}<div class="masthead"><span class="wordmark">Hear<span>say</span></span><span>${frame.report.kinds[kind]}</span>${day(generatedAt, frame)}</div>${kind === 'working_copy' ? notice : null}</header>`;
}

function toTopic({ article, frame }: ReportModel): Markup | null {
  return article.topic === '' ? null : html` ${frame.layout.terms.topic}: <bdi lang="">${article.topic}</bdi>`;
}

/** Beside a section's heading: the signs it uses, or what it is about. */
function asideOf(id: SectionId, frame: Frame): Markup | null {
  if (id === 'text') return legend(frame);
  if (id === 'sources') return independenceLegend(frame);
  const { about } = frame.report.sections[id];
  return about === '' ? null : html`<p>${about}</p>`;
}

/** What stands in each section. */
const CONTENTS: Readonly<Record<SectionId, (model: ReportModel, pick: Picker) => Iterable<Markup>>> = {
  text: textRows,
  checked: checkedCopy,
  provenance: graph,
  sources: speakerTable,
  origins: originList,
  conflicts,
  unattributed: unattributedList,
  numbers: numberTable,
  claims: claimList,
  figures: figureList,
  method,
  limits: (model) => [html`<div class="two">${limits(model)}${signOff(model)}</div>`],
};

function* section(id: SectionId, title: string, aside: Markup | null, content: Iterable<Markup>): Generator<Markup, void, undefined> {
  yield html`<section class="sec" aria-labelledby="${id}"><header><h2 id="${id}">${title}</h2>${aside}</header>
`;
  yield* content;
  yield html`
</section>
`;
}
