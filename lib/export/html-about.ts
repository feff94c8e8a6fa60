import { SOURCE_CLASSES, type SourceClass, typesOfClass } from '@/lib/attribution/source-type';
import { CLAIM_STATES } from '@/lib/claims/claim-state';
import type { Frame } from '@/lib/frame/frame';
import type { PersonRef } from '@/lib/kernel/person';
import type { ReportClaim, ReportModel } from '@/lib/report/model';
import { claimPicker } from './claim-picker';
import { stepWords } from './contents-words';
import { claimLine, questionList } from './html-contents';
import { around, claimNumbers, classBadge, classId, confidencePips, HERE, lineSpecimen, list, moment, personName } from './html-parts';
import { independenceWords } from './html-speakers';
import { limitLines } from './limit-words';
import { html, type Markup } from './markup';

/** Letters and pips beside the heading of the text. */
export function legend({ attribution, layout }: Frame): Markup {
  return html`<ul class="legend">${SOURCE_CLASSES.map(
    (sourceClass) => html`<li>${classBadge(sourceClass)}${attribution.classes[sourceClass]}</li>`,
  )}<li>${confidencePips('moderate', 'row')}${layout.confidenceSign}</li></ul>`;
}

/** What the classes, lines and words mean, and which claims stand under each: where the figures of the report lead to. */
export function* method(model: ReportModel): Generator<Markup, void, undefined> {
  const { frame } = model;
  const words = frame.report.method;
  const pick = claimPicker(model);
  const byClass = new Map(model.sourcing.label.classes.map(({ sourceClass, claimIds }) => [sourceClass, pick(claimIds)]));
  yield html`<div class="method">
`;
  for (const sourceClass of SOURCE_CLASSES) yield toClassEntry(sourceClass, byClass.get(sourceClass) ?? [], frame);
  yield html`${model.kind === 'report' ? null : toStates(model)}${toMethod(words.confidence)}
${independenceWords(frame)}${toMethod(words.reach)}
${toMethod(words.overlap)}
${toMethod(words.places)}
</div>`;
}

function toMethod({ title, words }: { readonly title: string; readonly words: string }): Markup {
  return html`<div><h3>${title}</h3><p>${words}</p></div>`;
}

function toClassEntry(sourceClass: SourceClass, claims: readonly ReportClaim[], frame: Frame): Markup {
  const label = frame.attribution.classes[sourceClass];
  const types = typesOfClass(sourceClass).map(
    (type) => html`<dt>${frame.attribution.types[type].label}</dt><dd>${frame.definitions.types[type]}</dd>`,
  );
  return html`<div id="${classId(sourceClass)}"><h3>${classBadge(sourceClass)}${label}${lineSpecimen(sourceClass)}</h3><dl>${types}</dl>${toClaimsLine(claims, frame)}</div>
`;
}

function toStates({ claims, frame }: ReportModel): readonly Markup[] {
  return CLAIM_STATES.map((state) => ({ state, held: claims.filter((claim) => claim.state === state) }))
    .filter(({ held }) => held.length > 0)
    .map(
      ({ state, held }) => html`<div id="state-${state}"><h3>${frame.claims.states[state]}</h3>${toClaimsLine(held, frame)}</div>
`,
    );
}

function toClaimsLine(claims: readonly ReportClaim[], { report, layout }: Frame): Markup {
  return claims.length === 0
    ? html`<p class="nums">${report.noClaims}</p>`
    : html`<p class="nums">${claims.length === 1 ? layout.claimOne : layout.claimsMany} ${claimNumbers(claims)}</p>`;
}

/** What the report cannot say: of this article, as far as its data tell, and of every article. Names among it turn nothing but themselves. */
export function limits(model: ReportModel): Markup {
  return html`<div><ul class="limits">${limitLines(model).map((line) => html`<li><span>${claimLine(line, model.frame)}</span></li>`)}</ul>${questionList(model)}</div>`;
}

/** Who stands behind the report, and the exact text it is about. */
export function signOff(model: ReportModel): Markup {
  const { people, desk, revision, generatedAt, kind, frame } = model;
  const { terms } = frame.layout;
  const size = html`<span class="num">${frame.counts.number(revision.codePoints)}</span>`;
  const imported = moment(revision.importedAt, frame);
  const pairs: readonly (readonly [string, Markup])[] = [
    [terms.annotated, names(people.checkers, frame)],
    [terms.approved, names(people.approvers, frame)],
    [terms.desk, personName(desk)],
    [kind === 'report' ? terms.made : terms.copied, moment(generatedAt, frame)],
    [terms.text, around(frame.layout.revisionText(revision.number, frame.layout.codePoints(HERE), HERE), [size, imported])],
    [terms.steps, html`${stepWords(model)}`],
    [terms.hash, html`<span class="mono">${revision.sha256}</span>`],
  ];
  return html`<dl class="pairs">${pairs.map(([term, value]) => html`<div><dt>${term}</dt><dd>${value}</dd></div>`)}</dl>`;
}

function names(people: readonly PersonRef[], frame: Frame): Markup {
  return people.length === 0 ? html`– ${frame.layout.nobody}` : list(people.map(personName), frame);
}
