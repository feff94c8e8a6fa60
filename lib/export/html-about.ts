import { SOURCE_CLASS_FACTS, SOURCE_CLASSES, SOURCE_TYPE_FACTS, type SourceClass, typesOfClass } from '@/lib/attribution/source-type';
import { CLAIM_STATE_LABELS, CLAIM_STATES } from '@/lib/claims/claim-state';
import type { PersonRef } from '@/lib/kernel/person';
import type { ReportClaim, ReportModel } from '@/lib/report/model';
import { claimNumbers, classBadge, classId, confidencePips, lineSpecimen, list, moment, personName } from './html-parts';
import { claimPicker, independenceWords } from './html-speakers';
import { html, type Markup } from './markup';
import { ownLimits } from './sourcing-words';
import { toNumberText } from './wording';

/** Letters and pips beside the heading of the text. */
export function legend(): Markup {
  return html`<ul class="legend">${SOURCE_CLASSES.map(
    (sourceClass) => html`<li>${classBadge(sourceClass)}${SOURCE_CLASS_FACTS[sourceClass].label}</li>`,
  )}<li>${confidencePips('moderate', 'row')}confidence</li></ul>`;
}

/** What the classes, lines and words mean, and which claims stand under each: where the figures of the report lead to. */
export function* method(model: ReportModel): Generator<Markup, void, undefined> {
  const pick = claimPicker(model);
  const byClass = new Map(model.sourcing.label.classes.map(({ sourceClass, claimIds }) => [sourceClass, pick(claimIds)]));
  yield html`<div class="method">
`;
  for (const sourceClass of SOURCE_CLASSES) yield toClassEntry(sourceClass, byClass.get(sourceClass) ?? []);
  yield html`${model.kind === 'report' ? null : toStates(model.claims)}<div><h3>Confidence</h3><p>Low, moderate or high: how sure the checker is of this tagging. It does not say how likely the claim is.</p></div>
${independenceWords()}<div><h3>Reach and strength</h3><p>Reach counts the named and unnamed hands between the event and the article. Strength runs from 0 to 5 and is that of the weakest link: 5 own observation or a document that we read, 4 named and direct, 3 relayed by a named outlet, 2 anonymous with a basis of knowledge, 1 anonymous without, 0 nobody.</p></div>
<div><h3>Overlapping claims</h3><p>Where one claim lies inside another, both lines are drawn, the outer one lower; the tint is that of the claim that begins later.</p></div>
<div><h3>Places</h3><p>Places in the text count Unicode code points from its beginning; the first number is included, the second is not.</p></div>
</div>`;
}

function toClassEntry(sourceClass: SourceClass, claims: readonly ReportClaim[]): Markup {
  const { label } = SOURCE_CLASS_FACTS[sourceClass];
  const types = typesOfClass(sourceClass).map(
    (type) => html`<dt>${SOURCE_TYPE_FACTS[type].label}</dt><dd>${SOURCE_TYPE_FACTS[type].definition}</dd>`,
  );
  return html`<div id="${classId(sourceClass)}"><h3>${classBadge(sourceClass)}${label}${lineSpecimen(sourceClass)}</h3><dl>${types}</dl>${toClaimsLine(claims)}</div>
`;
}

function toStates(claims: readonly ReportClaim[]): readonly Markup[] {
  return CLAIM_STATES.map((state) => ({ state, held: claims.filter((claim) => claim.state === state) }))
    .filter(({ held }) => held.length > 0)
    .map(
      ({ state, held }) => html`<div id="state-${state}"><h3>${CLAIM_STATE_LABELS[state]}</h3>${toClaimsLine(held)}</div>
`,
    );
}

function toClaimsLine(claims: readonly ReportClaim[]): Markup {
  return claims.length === 0
    ? html`<p class="nums">No claims.</p>`
    : html`<p class="nums">${claims.length === 1 ? 'Claim' : 'Claims'} ${claimNumbers(claims)}</p>`;
}

/** What the report cannot say: of this article, as far as its data tell, and of every article. */
export function limits(model: ReportModel): Markup {
  const { kind } = model;
  const items = [
    ...ownLimits(model),
    'A claim is tagged by how the article presents who is speaking, not by whether it is true.',
    'Origins are counted at most: what is not known to be shared, or attested to be apart, may still be one.',
    kind === 'report'
      ? 'Claims that no editor has approved are neither shown nor counted.'
      : 'Nobody need have approved what stands here; the state of each claim is beside it.',
    'The text stands as it was imported. Nothing in it was corrected.',
  ];
  return html`<ul class="limits">${items.map((item) => html`<li><span>${item}</span></li>`)}</ul>`;
}

/** Who stands behind the report, and the exact text it is about. */
export function signOff({ people, desk, revision, generatedAt, kind }: ReportModel): Markup {
  const pairs: readonly (readonly [string, Markup])[] = [
    ['Annotated', names(people.checkers)],
    ['Approved', names(people.approvers)],
    ['Desk', personName(desk)],
    [kind === 'report' ? 'Made' : 'Copied', moment(generatedAt)],
    [
      'Text',
      html`revision ${revision.number}, <span class="num">${toNumberText(revision.codePoints)}</span> code points, imported ${moment(revision.importedAt)}`,
    ],
    ['SHA-256', html`<span class="mono">${revision.sha256}</span>`],
  ];
  return html`<dl class="pairs">${pairs.map(([term, value]) => html`<div><dt>${term}</dt><dd>${value}</dd></div>`)}</dl>`;
}

function names(people: readonly PersonRef[]): Markup {
  return people.length === 0 ? html`– nobody` : list(people.map(personName));
}
