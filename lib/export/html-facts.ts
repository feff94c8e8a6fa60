import { SOURCE_CLASS_FACTS, SOURCE_CLASSES, type SourceClass } from '@/lib/attribution/source-type';
import { CLAIM_STATE_LABELS, CLAIM_STATES } from '@/lib/claims/claim-state';
import { type ReportModel, shareOf } from '@/lib/report/model';
import { classBadge, classId, lineSpecimen, list, toClassKey } from './html-parts';
import { html, type Markup } from './markup';
import { toCountText, toNumberText, toPercentText, toSentenceCase, toWord } from './wording';

/** What the claims of a class rest on, to follow "rest on". */
const RESTS_ON: Readonly<Record<SourceClass, string>> = {
  record: 'people or organisations on the record',
  relay: 'the reporting of another newsroom',
  document: 'documents',
  anonymous: 'anonymous sources',
  unnamed: 'people or groups without a name',
  none: 'no source at all',
};

/** The finding in one line, and the composition in one sentence; each number leads to its claims. */
export function finding({ counts, kind }: ReportModel): Markup {
  const { claims, byClass } = counts;
  if (claims === 0) {
    return html`<h1>${kind === 'report' ? 'No approved claims yet.' : 'No claims in these states.'}</h1>
<p class="stand">The text stands below as it was imported.</p>`;
  }
  const total = toSentenceCase(`${toWord(claims)} ${claims === 1 ? 'claim' : 'claims'}.`);
  return html`<h1><span>${total}</span> <span>${toSentenceCase(toWord(byClass.record))} on the record.</span></h1>
<p class="stand">Of ${claims === 1 ? 'the article’s only claim' : `its ${toCountText(claims, 'claim')}`}, ${list(toShares(counts))}.</p>`;
}

function toShares({ byClass }: ReportModel['counts']): readonly Markup[] {
  const present = SOURCE_CLASSES.filter((sourceClass) => byClass[sourceClass] > 0).sort((a, b) => byClass[b] - byClass[a]);
  return present.map((sourceClass, index) => {
    const count = byClass[sourceClass];
    const verb = index > 0 ? '' : count === 1 ? ' rests' : ' rest';
    return html`<a href="#${classId(sourceClass)}">${toNumberText(count)}${verb} on ${RESTS_ON[sourceClass]}</a>`;
  });
}

/** Who is named, who is not, and what has no source: three numbers that add up to all claims. */
export function findings({ counts }: ReportModel): Markup | null {
  const { claims, byClass } = counts;
  if (claims === 0) return null;
  const figures: readonly (readonly [number, string])[] = [
    [byClass.record + byClass.relay + byClass.document, 'say by name who, or which document, they come from'],
    [byClass.anonymous + byClass.unnamed, 'come from somebody whom the article does not name'],
    [byClass.none, 'give no source, or none that can be told'],
  ];
  return html`<dl class="finds">${figures.map(
    ([count, meaning]) => html`<div><dt>${meaning}</dt><dd>${toNumberText(count)} <small>of ${toNumberText(claims)}</small></dd></div>`,
  )}</dl>`;
}

/** The sourcing label: a bar and a table of the classes, the same letters and lines as in the text. */
export function factsBox({ counts, kind, revision, sources }: ReportModel): Markup {
  const { claims, byClass } = counts;
  return html`<aside class="facts" aria-labelledby="facts">
<h2 id="facts">Sourcing facts</h2>
<p class="line num"><span>${toCountText(claims, 'claim')} in ${toCountText(revision.words, 'word')}</span>${kind === 'report' ? html`<span>${toNumberText(claims)} approved</span>` : null}</p>
<div class="bar8"></div>
${claims === 0 ? null : toBar(byClass)}
<table class="num"><thead class="vh"><tr><th scope="col">Letter</th><th scope="col">Class</th><th scope="col">Line</th><th scope="col">Claims</th><th scope="col">Share</th></tr></thead><tbody>
${SOURCE_CLASSES.map((sourceClass) => toClassRow(sourceClass, byClass[sourceClass], claims))}</tbody></table>
<div class="bar4"></div>
<p class="line num"><span>Names given as a source</span><b><a href="#sources">${toNumberText(sources.length)}</a></b></p>
${kind === 'report' ? null : toStateLines(counts.byState)}
<p class="fine">A claim is counted by how the article presents who is speaking. Several names can lean on one origin; this ${kind === 'report' ? 'report' : 'copy'} does not say how many origins there are. Shares are rounded.</p>
</aside>`;
}

function toBar(byClass: ReportModel['counts']['byClass']): Markup {
  const present = SOURCE_CLASSES.filter((sourceClass) => byClass[sourceClass] > 0);
  return html`<div class="stack" aria-hidden="true">${present.map(
    (sourceClass) =>
      html`<i data-c="${toClassKey(sourceClass)}" style="flex:${byClass[sourceClass]} 1 0">${SOURCE_CLASS_FACTS[sourceClass].letter}</i>`,
  )}</div>`;
}

function toClassRow(sourceClass: SourceClass, count: number, claims: number): Markup {
  const { label } = SOURCE_CLASS_FACTS[sourceClass];
  const name = count === 0 ? html`${label}` : html`<a href="#${classId(sourceClass)}">${label}</a>`;
  return html`<tr${count === 0 ? html` class="zero"` : null}><td>${classBadge(sourceClass)}</td><th scope="row">${name}</th><td>${lineSpecimen(sourceClass)}</td><td>${toNumberText(count)}</td><td>${toPercentText(shareOf(count, claims))}</td></tr>
`;
}

function toStateLines(byState: ReportModel['counts']['byState']): readonly Markup[] {
  return CLAIM_STATES.filter((state) => byState[state] > 0).map(
    (state) =>
      html`<p class="line num"><span>${CLAIM_STATE_LABELS[state]}</span><b><a href="#state-${state}">${toNumberText(byState[state])}</a></b></p>`,
  );
}
