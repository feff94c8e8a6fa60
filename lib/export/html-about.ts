import { SOURCE_CLASS_FACTS, SOURCE_CLASSES, SOURCE_TYPE_FACTS, type SourceClass, typesOfClass } from '@/lib/attribution/source-type';
import { SOURCE_TYPE_DEFINITIONS } from '@/lib/attribution/source-type-definitions';
import { CLAIM_STATE_LABELS, CLAIM_STATES } from '@/lib/claims/claim-state';
import type { PersonRef } from '@/lib/kernel/person';
import type { ReportClaim, ReportModel } from '@/lib/report/model';
import { claimPicker } from './claim-picker';
import { stepWords } from './contents-words';
import { claimLine, questionList } from './html-contents';
import { claimNumbers, classBadge, classId, confidencePips, lineSpecimen, list, moment, personName } from './html-parts';
import { independenceWords } from './html-speakers';
import { limitLines } from './limit-words';
import { html, type Markup } from './markup';
import { METHOD } from './report-words';
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
  yield html`${model.kind === 'report' ? null : toStates(model.claims)}${toMethod(METHOD.confidence)}
${independenceWords()}${toMethod(METHOD.reach)}
${toMethod(METHOD.overlap)}
${toMethod(METHOD.places)}
</div>`;
}

function toMethod({ title, words }: { readonly title: string; readonly words: string }): Markup {
  return html`<div><h3>${title}</h3><p>${words}</p></div>`;
}

function toClassEntry(sourceClass: SourceClass, claims: readonly ReportClaim[]): Markup {
  const { label } = SOURCE_CLASS_FACTS[sourceClass];
  const types = typesOfClass(sourceClass).map(
    (type) => html`<dt>${SOURCE_TYPE_FACTS[type].label}</dt><dd>${SOURCE_TYPE_DEFINITIONS[type].definition}</dd>`,
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

/** What the report cannot say: of this article, as far as its data tell, and of every article. Names among it turn nothing but themselves. */
export function limits(model: ReportModel): Markup {
  return html`<div><ul class="limits">${limitLines(model).map((line) => html`<li><span>${claimLine(line)}</span></li>`)}</ul>${questionList(model)}</div>`;
}

/** Who stands behind the report, and the exact text it is about. */
export function signOff({ people, desk, revision, generatedAt, kind, contents }: ReportModel): Markup {
  const pairs: readonly (readonly [string, Markup])[] = [
    ['Annotated', names(people.checkers)],
    ['Approved', names(people.approvers)],
    ['Desk', personName(desk)],
    [kind === 'report' ? 'Made' : 'Copied', moment(generatedAt)],
    [
      'Text',
      html`revision ${revision.number}, <span class="num">${toNumberText(revision.codePoints)}</span> code points, imported ${moment(revision.importedAt)}`,
    ],
    ['Steps', html`${stepWords(contents.steps)}`],
    ['SHA-256', html`<span class="mono">${revision.sha256}</span>`],
  ];
  return html`<dl class="pairs">${pairs.map(([term, value]) => html`<div><dt>${term}</dt><dd>${value}</dd></div>`)}</dl>`;
}

function names(people: readonly PersonRef[]): Markup {
  return people.length === 0 ? html`– nobody` : list(people.map(personName));
}
