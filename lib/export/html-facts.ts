import { SOURCE_CLASS_FACTS } from '@/lib/attribution/source-type';
import { CLAIM_STATE_LABELS, CLAIM_STATES } from '@/lib/claims/claim-state';
import { type ClassTally, type SourcingLabel, unstatedRelays } from '@/lib/provenance/label';
import type { LabelSentence } from '@/lib/provenance/label-sentences';
import type { ReportModel } from '@/lib/report/model';
import { hasPart } from '@/lib/report/parts';
import { classBadge, classId, lineSpecimen, toClassKey } from './html-parts';
import { figureId } from './html-speakers';
import { html, type Markup } from './markup';
import { FACTS, IN_HEADLINE, keyFigures, nothingCounted, plainHeadline } from './report-words';
import { deepestWords, headline } from './sourcing-words';
import { toCountText, toNumberText, toPercentText } from './wording';

/** The finding in one line, then the label in sentences; each figure leads to its claims. */
export function finding(model: ReportModel): Markup {
  const { label, sentences } = model.sourcing;
  const nothing = nothingCounted(model);
  if (nothing !== null)
    return html`<h1>${nothing.head}</h1>
<p class="stand">${nothing.words}</p>`;
  if (!hasPart(model, 'label')) return html`<h1>${plainHeadline(model)}</h1>`;
  const [first, second] = headline(label);
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
  const { sourcing } = model;
  const { label, sentences } = sourcing;
  const figures = keyFigures(label);
  if (figures.length === 0 || !hasPart(model, 'label')) return null;
  return html`<dl class="finds">${figures.map(({ count, of, before, name, after, about }) => {
    const href = `#${figureId(
      about,
      sentences.findIndex((sentence) => sentence.about === about),
    )}`;
    const meaning = html`${before}${name === null ? null : html`<bdi lang="">${name}</bdi>`}${after}`;
    const whole = of === null ? null : html` <small>of ${toNumberText(of)}</small>`;
    return html`<div><dt>${meaning}</dt><dd><a href="${href}">${toNumberText(count)}</a>${whole}</dd></div>`;
  })}</dl>`;
}

/** The sourcing label: origins, a bar and a table of the classes with the letters and lines of the text, what is deepest. */
export function factsBox(model: ReportModel): Markup | null {
  if (!hasPart(model, 'label')) return null;
  const { kind, revision, counts, sourcing } = model;
  const { label } = sourcing;
  const claims = label.claimIds.length;
  return html`<aside class="facts" aria-labelledby="facts">
<h2 id="facts">${FACTS.title}</h2>
<p class="line num"><span>${toCountText(claims, 'claim')} in ${toCountText(revision.words, 'word')}</span>${kind === 'report' ? html`<span>${toNumberText(claims)} approved</span>` : null}</p>
<div class="bar8"></div>
<p class="big num"><span>${FACTS.origins}</span><a href="#origins">${toNumberText(label.origins.atMost)}</a></p>
<p class="line sub num"><span>${FACTS.attested}</span><b>${toNumberText(label.origins.attested)}</b></p>
<p class="line sub num"><span>${FACTS.attributions}</span><b>${toNumberText(label.attributions.length)}</b></p>
<div class="bar4"></div>
${claims === 0 ? null : toBar(label.classes)}
<table class="num"><thead class="vh"><tr><th scope="col">Letter</th><th scope="col">Class</th><th scope="col">Line</th><th scope="col">Claims</th><th scope="col">Share</th></tr></thead><tbody>
${label.classes.map(toClassRow)}</tbody></table>
<div class="bar4"></div>
<p class="line"><span>${FACTS.deepest}</span><b>${deepestWords(label)}</b></p>
${toRelayLine(label)}<p class="line num"><span>${FACTS.contradictions}</span><b><a href="#conflicts">${toNumberText(label.contradictions.length)}</a></b></p>
${kind === 'report' ? null : toStateLines(counts.byState)}
<p class="fine">${FACTS.fine}</p>
</aside>`;
}

function toRelayLine(label: SourcingLabel): Markup | null {
  const { claimIds, silent } = unstatedRelays(label);
  if (silent.length === 0) return null;
  return html`<p class="line num"><span>${FACTS.relay}</span><b class="of">${toNumberText(silent.length)} of ${toNumberText(claimIds.length)}</b></p>
`;
}

function toBar(classes: readonly ClassTally[]): Markup {
  const present = classes.filter(({ claimIds }) => claimIds.length > 0);
  return html`<div class="stack" aria-hidden="true">${present.map(
    ({ sourceClass, claimIds }) =>
      html`<i data-c="${toClassKey(sourceClass)}" style="flex:${claimIds.length} 1 0">${SOURCE_CLASS_FACTS[sourceClass].letter}</i>`,
  )}</div>`;
}

function toClassRow({ sourceClass, claimIds, share }: ClassTally): Markup {
  const { label } = SOURCE_CLASS_FACTS[sourceClass];
  const count = claimIds.length;
  const name = count === 0 ? html`${label}` : html`<a href="#${classId(sourceClass)}">${label}</a>`;
  return html`<tr${count === 0 ? html` class="zero"` : null}><td>${classBadge(sourceClass)}</td><th scope="row">${name}</th><td>${lineSpecimen(sourceClass)}</td><td>${toNumberText(count)}</td><td>${toPercentText(share.defined ? share.value : null)}</td></tr>
`;
}

function toStateLines(byState: ReportModel['counts']['byState']): readonly Markup[] {
  return CLAIM_STATES.filter((state) => byState[state] > 0).map(
    (state) =>
      html`<p class="line num"><span>${CLAIM_STATE_LABELS[state]}${state === 'rejected' ? ' (not counted above)' : null}</span><b><a href="#state-${state}">${toNumberText(byState[state])}</a></b></p>`,
  );
}
