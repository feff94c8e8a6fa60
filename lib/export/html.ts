import { REPORT_KIND_LABELS, type ReportModel } from '@/lib/report/model';
import { legend, limits, method, signOff } from './html-about';
import { claimList } from './html-claims';
import { conflicts } from './html-conflicts';
import { factsBox, finding, findings } from './html-facts';
import { graph } from './html-graph';
import { day } from './html-parts';
import { claimPicker, figureList, independenceLegend, originList, speakerTable } from './html-speakers';
import { STYLE } from './html-style';
import { SOURCING_STYLE } from './html-style-sourcing';
import { textRows } from './html-text';
import { html, type Markup } from './markup';
import { closingWords, notAReport, SECTIONS } from './report-words';

/**
 * The report as one file: no script, no font, no image, nothing fetched, and a content security policy that
 * would forbid it. The report's own words are English; the article, its title, quotes, notes and
 * names have no stated language (`lang=""`) and find their own direction (`dir="auto"`).
 * Everything from outside passes the escape of markup.ts.
 */
export function* htmlPieces(model: ReportModel): Generator<string, void, undefined> {
  for (const markup of pagePieces(model)) yield markup.toString();
}

function* pagePieces(model: ReportModel): Generator<Markup, void, undefined> {
  const pick = claimPicker(model);
  yield html`<!doctype html>
<html lang="en" dir="ltr">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="${model.generator.name} ${model.generator.version}">
<title>${model.article.title} – ${REPORT_KIND_LABELS[model.kind]}</title>
${STYLE}
${SOURCING_STYLE}
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
  yield* section('text', legend(), textRows(model));
  const from = html`<p>${SECTIONS.provenance.about}</p>`;
  yield* section('provenance', from, graph(model, pick));
  yield* section('sources', independenceLegend(), speakerTable(model, pick));
  const once = html`<p>${SECTIONS.origins.about}</p>`;
  yield* section('origins', once, originList(model, pick));
  yield* section('conflicts', null, conflicts(model, pick));
  const order = html`<p>${SECTIONS.claims.about}</p>`;
  yield* section('claims', order, claimList(model));
  yield* section('figures', html`<p>${SECTIONS.figures.about}</p>`, figureList(model, pick));
  yield* section('method', null, method(model));
  yield* section('limits', null, [html`<div class="two">${limits(model)}${signOff(model)}</div>`]);
  yield html`</main>
<footer class="colophon"><span>Made with ${model.generator.name} ${model.generator.version}</span><span>${closingWords(model.kind)}</span></footer>
</div>
</body>
</html>
`;
}

function toMasthead({ kind, statuses, generatedAt }: ReportModel): Markup {
  const { head, words } = notAReport(statuses);
  const notice = html`<p class="copy"><b>${head}</b> ${words}</p>`;
  return html`<header><div class="masthead"><span class="wordmark">Hear<span>say</span></span><span>${REPORT_KIND_LABELS[kind]}</span>${day(generatedAt)}</div>${kind === 'working_copy' ? notice : null}</header>`;
}

function toTopic({ article }: ReportModel): Markup | null {
  return article.topic === '' ? null : html` Topic: <bdi lang="">${article.topic}</bdi>`;
}

function* section(id: keyof typeof SECTIONS, aside: Markup | null, content: Iterable<Markup>): Generator<Markup, void, undefined> {
  yield html`<section class="sec" aria-labelledby="${id}"><header><h2 id="${id}">${SECTIONS[id].title}</h2>${aside}</header>
`;
  yield* content;
  yield html`
</section>
`;
}
