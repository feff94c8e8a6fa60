import {
  SOURCE_CLASS_FACTS,
  SOURCE_CLASSES,
  SOURCE_TYPE_FACTS,
  type SourceClass,
  type SourceType,
  toSourceClass,
  typesOfClass,
} from '@/lib/attribution/source-type';
import { CLAIM_STATE_LABELS, CLAIM_STATES } from '@/lib/claims/claim-state';
import type { PersonRef } from '@/lib/kernel/person';
import type { ReportClaim, ReportModel } from '@/lib/report/model';
import { claimNumbers, classBadge, classId, confidencePips, lineSpecimen, list, moment, personName } from './html-parts';
import { html, type Markup } from './markup';
import { toNumberText } from './wording';

/** Letters and pips beside the heading of the text. */
export function legend(): Markup {
  return html`<ul class="legend">${SOURCE_CLASSES.map(
    (sourceClass) => html`<li>${classBadge(sourceClass)}${SOURCE_CLASS_FACTS[sourceClass].label}</li>`,
  )}<li>${confidencePips('moderate', 'row')}confidence</li></ul>`;
}

/** Each source with how it is presented and the claims that name it, then what has no source. */
export function sourceTable({ sources, unsourced }: ReportModel): Markup {
  if (sources.length + unsourced.length === 0) return html`<p>No claims.</p>`;
  const rows = [
    ...sources.map(({ source, types, claims }) => toSourceRow(html`<span lang="" dir="auto">${source.name}</span>`, types, claims)),
    ...unsourced.map(({ type, claims }) => toSourceRow(html`–`, [type], claims)),
  ];
  return html`<div class="tblwrap"><table class="tbl"><thead><tr><th scope="col"><span class="vh">Class</span></th><th scope="col">Source</th><th scope="col">How the article presents it</th><th scope="col" class="r">Claims</th><th scope="col">Which</th></tr></thead><tbody>
${rows}</tbody></table></div>`;
}

function toSourceRow(name: Markup, types: readonly SourceType[], claims: readonly ReportClaim[]): Markup {
  const classes = [...new Set(types.map(toSourceClass))];
  const presented = types.map((type) => SOURCE_TYPE_FACTS[type].label).join(', ');
  return html`<tr><td>${classes.map(classBadge)}</td><td>${name}</td><td>${presented}</td><td class="r num">${toNumberText(claims.length)}</td><td>${claimNumbers(claims)}</td></tr>
`;
}

/** What the classes, lines and words mean, and which claims stand under each: where the figures of the report lead to. */
export function method(model: ReportModel): Markup {
  const byClass = groupByClass(model.claims);
  return html`<div class="method">
${SOURCE_CLASSES.map((sourceClass) => toClassEntry(sourceClass, byClass.get(sourceClass) ?? []))}${model.kind === 'report' ? null : toStates(model.claims)}<div><h3>Confidence</h3><p>Low, moderate or high: how sure the checker is of this tagging. It does not say how likely the claim is.</p></div>
<div><h3>Overlapping claims</h3><p>Where one claim lies inside another, both lines are drawn, the outer one lower; the tint is that of the claim that begins later.</p></div>
<div><h3>Places</h3><p>Places in the text count Unicode code points from its beginning; the first number is included, the second is not.</p></div>
</div>`;
}

function groupByClass(claims: readonly ReportClaim[]): ReadonlyMap<SourceClass, readonly ReportClaim[]> {
  const groups = new Map<SourceClass, ReportClaim[]>(SOURCE_CLASSES.map((sourceClass) => [sourceClass, []]));
  for (const claim of claims) groups.get(toSourceClass(claim.sourceType))?.push(claim);
  return groups;
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

/** What the report cannot say. Only what is true of every export: the limits of one article are a person's to write. */
export function limits({ kind }: ReportModel): Markup {
  const items = [
    'A claim is tagged by how the article presents who is speaking, not by whether it is true.',
    'Names are counted as they are given. Whether sources are independent of one another is not examined here.',
    kind === 'report'
      ? 'Claims that no editor has approved are neither shown nor counted.'
      : 'Nobody need have approved what stands here; the state of each claim is beside it.',
    'The text stands as it was imported. Nothing in it was corrected.',
  ];
  return html`<ul class="limits">${items.map((item) => html`<li>${item}</li>`)}</ul>`;
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
