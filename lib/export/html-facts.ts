import { CLAIM_STATES } from '@/lib/claims/claim-state';
import type { Frame } from '@/lib/frame/frame';
import { type ClassTally, type SourcingLabel, unstatedRelays } from '@/lib/provenance/label';
import type { LabelSentence } from '@/lib/provenance/label-sentences';
import type { ReportModel } from '@/lib/report/model';
import { hasPart } from '@/lib/report/parts';
import { toClassCounts } from './composition-picture';
import { compositionBar } from './html-composition';
import { classBadge, classId, lineSpecimen } from './html-parts';
import { figureId } from './html-speakers';
import { html, type Markup } from './markup';
import { IN_HEADLINE, keyFigures, nothingCounted, plainHeadline } from './report-words';
import { deepestWords, headline } from './sourcing-words';

/** The finding in one line, then the label in sentences; each figure leads to its claims. */
export function finding(model: ReportModel): Markup {
  const { label, sentences } = model.sourcing;
  const nothing = nothingCounted(model);
  if (nothing !== null)
    return html`<h1>${nothing.head}</h1>
<p class="stand">${nothing.words}</p>`;
  if (!hasPart(model, 'label')) return html`<h1>${plainHeadline(model)}</h1>`;
  const [first, second] = headline(label, model.frame);
  const said = sentences.map((sentence, place) => ({ sentence, place })).filter(({ sentence }) => !IN_HEADLINE.includes(sentence.about));
  return html`<h1><span>${first}</span> <span>${second}</span></h1>
<p class="stand">${said.map(({ sentence, place }) => html`${toSentence(sentence, place)} `)}</p>`;
}

function toSentence({ about, parts }: LabelSentence, place: number): readonly Markup[] {
  const href = `#${figureId(about, place)}`;
  // Names of sources are among the pieces: each finds its own direction.
  return parts.map(({ text, claimIds }) => (claimIds === null ? html`<bdi>${text}</bdi>` : html`<a href="${href}">${text}</a>`));
}

/** Up to three figures that a reader should not miss; each leads to its claims. */
export function findings(model: ReportModel): Markup | null {
  const { sourcing, frame } = model;
  const { label, sentences } = sourcing;
  const figures = keyFigures(label, frame);
  if (figures.length === 0 || !hasPart(model, 'label')) return null;
  return html`<dl class="finds">${figures.map(({ count, of, before, name, after, about }) => {
    const href = `#${figureId(
      about,
      sentences.findIndex((sentence) => sentence.about === about),
    )}`;
    const meaning = html`${before}${name === null ? null : html`<bdi lang="">${name}</bdi>`}${after}`;
    const whole = of === null ? null : html` <small>${frame.counts.ofAll(of)}</small>`;
    return html`<div><dt>${meaning}</dt><dd><a href="${href}">${frame.counts.number(count)}</a>${whole}</dd></div>`;
  })}</dl>`;
}

/** The sourcing label: origins, a bar and a table of the classes with the letters and lines of the text, what is deepest. */
export function factsBox(model: ReportModel): Markup | null {
  if (!hasPart(model, 'label')) return null;
  const { kind, revision, sourcing, frame } = model;
  const { facts } = frame.report;
  const { columns } = frame.layout;
  const { number } = frame.counts;
  const { label } = sourcing;
  const claims = label.claimIds.length;
  return html`<aside class="facts" aria-labelledby="facts">
<h2 id="facts">${facts.title}</h2>
<p class="line num"><span>${frame.counts.claimsInWords(claims, revision.words)}</span>${kind === 'report' ? html`<span>${frame.counts.approved(claims)}</span>` : null}</p>
<div class="bar8"></div>
<p class="big num"><span>${facts.origins}</span><a href="#origins">${number(label.origins.atMost)}</a></p>
<p class="line sub num"><span>${facts.attested}</span><b>${number(label.origins.attested)}</b></p>
<p class="line sub num"><span>${facts.attributions}</span><b>${number(label.attributions.length)}</b></p>
<div class="bar4"></div>
${compositionBar(toClassCounts(label.classes), frame)}
<table class="num"><thead class="vh"><tr><th scope="col">${columns.letter}</th><th scope="col">${columns.class}</th><th scope="col">${columns.line}</th><th scope="col">${columns.claims}</th><th scope="col">${columns.share}</th></tr></thead><tbody>
${label.classes.map((tally) => toClassRow(tally, frame))}</tbody></table>
<div class="bar4"></div>
<p class="line"><span>${facts.deepest}</span><b>${deepestWords(label, frame)}</b></p>
${toRelayLine(label, frame)}<p class="line num"><span>${facts.contradictions}</span><b><a href="#conflicts">${number(label.contradictions.length)}</a></b></p>
${kind === 'report' ? null : toStateLines(model)}
<p class="fine">${facts.fine}</p>
</aside>`;
}

function toRelayLine(label: SourcingLabel, { report, counts }: Frame): Markup | null {
  const { claimIds, silent } = unstatedRelays(label);
  if (silent.length === 0) return null;
  return html`<p class="line num"><span>${report.facts.relay}</span><b class="of">${counts.of(silent.length, claimIds.length)}</b></p>
`;
}

function toClassRow({ sourceClass, claimIds, share }: ClassTally, { attribution, counts }: Frame): Markup {
  const label = attribution.classes[sourceClass];
  const count = claimIds.length;
  const name = count === 0 ? html`${label}` : html`<a href="#${classId(sourceClass)}">${label}</a>`;
  return html`<tr${count === 0 ? html` class="zero"` : null}><td>${classBadge(sourceClass)}</td><th scope="row">${name}</th><td>${lineSpecimen(sourceClass)}</td><td>${counts.number(count)}</td><td>${counts.percent(share.defined ? share.value : null)}</td></tr>
`;
}

function toStateLines({ counts: { byState }, frame }: ReportModel): readonly Markup[] {
  return CLAIM_STATES.filter((state) => byState[state] > 0).map(
    (state) =>
      html`<p class="line num"><span>${frame.claims.states[state]}${state === 'rejected' ? frame.report.notCountedAbove : null}</span><b><a href="#state-${state}">${frame.counts.number(byState[state])}</a></b></p>`,
  );
}
