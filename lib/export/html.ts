import { REPORT_KIND_LABELS, type ReportModel } from '@/lib/report/model';
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
import { SOURCING_STYLE } from './html-style-sourcing';
import { textRows } from './html-text';
import { html, type Markup } from './markup';
import { closingWords, notAReport, SECTIONS } from './report-words';
import { targetsOf, withoutDeadLinks } from './targets';

/**
 * The report as one file: no script, no font, no image but the house’s logo, nothing fetched, and a content security policy that
 * would forbid it. The report's own words are English; the article, its title, quotes, notes and
 * names have no stated language (`lang=""`) and find their own direction (`dir="auto"`).
 * Everything from outside passes the escape of markup.ts.
 */
export function* htmlPieces(model: ReportModel): Generator<string, void, undefined> {
  const isThere = targetsOf(model);
  for (const markup of pagePieces(model)) yield isThere === null ? markup.toString() : withoutDeadLinks(markup.toString(), isThere);
}

function* pagePieces(model: ReportModel): Generator<Markup, void, undefined> {
  const pick = claimPicker(model);
  yield html`<!doctype html>
<html lang="en" dir="ltr">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none';${imagePolicy(model)} style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="${model.generator.name} ${model.generator.version}">
<title>${model.article.title} – ${REPORT_KIND_LABELS[model.kind]}</title>
${STYLE}
${SOURCING_STYLE}
${CONTENTS_STYLE}${houseStyle(model)}
</head>
<body>
<div class="wrap">
${toMasthead(model)}
<main>
<section class="hero"><div>
<p class="about">On the article <cite lang="" dir="auto">${model.article.title}</cite>${toTopic(model)}</p>
${finding(model)}
${findings(model)}
</div>
${factsBox(model)}
</section>
`;
  yield html`${headList(model)}
${contentsList(model)}
`;
  for (const id of sectionsOf(model)) yield* section(id, asideOf(id), CONTENTS[id](model, pick));
  yield html`</main>
<footer class="colophon"><span>Made with ${model.generator.name} ${model.generator.version}</span><span>${closingWords(model.kind)}</span></footer>
</div>
</body>
</html>
`;
}

function toMasthead(model: ReportModel): Markup {
  const { kind, statuses, generatedAt } = model;
  const { head, words } = notAReport(statuses);
  const notice = html`<p class="copy"><b>${head}</b> ${words}</p>`;
  return html`<header>${houseLine(model)}<div class="masthead"><span class="wordmark">Hear<span>say</span></span><span>${REPORT_KIND_LABELS[kind]}</span>${day(generatedAt)}</div>${kind === 'working_copy' ? notice : null}</header>`;
}

function toTopic({ article }: ReportModel): Markup | null {
  return article.topic === '' ? null : html` Topic: <bdi lang="">${article.topic}</bdi>`;
}

/** Beside a section's heading: the signs it uses, or what it is about. */
function asideOf(id: SectionId): Markup | null {
  if (id === 'text') return legend();
  if (id === 'sources') return independenceLegend();
  const { about } = SECTIONS[id];
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

function* section(id: SectionId, aside: Markup | null, content: Iterable<Markup>): Generator<Markup, void, undefined> {
  yield html`<section class="sec" aria-labelledby="${id}"><header><h2 id="${id}">${SECTIONS[id].title}</h2>${aside}</header>
`;
  yield* content;
  yield html`
</section>
`;
}
