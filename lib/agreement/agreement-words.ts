import type { Parent } from '@/lib/adjudication/parent';
import { SOURCE_CLASS_FACTS } from '@/lib/attribution/source-type';
import type { AgreementReport } from './agreement-report';
import { JUDGED_FIELD_FACTS } from './judged-field';
import { MEASURE_FACTS, type Measured, measuredWords } from './measure';
import type { FieldAgreement } from './what';
import type { Where } from './where';

type People = AgreementReport['people'];

/** “Ada Checker (12 claims) and Bo Checker (14 claims)” */
export function peopleWords(people: People): string {
  const words = people.map(({ name, claims }) => `${name} (${countWords(claims, 'claim')})`);
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

/** “14 claims that at least two made, 3 that one made alone” */
export function matchedWords({ matched, alone }: { readonly matched: number; readonly alone: number }): string {
  return `${countWords(matched, 'claim')} that at least two made, ${alone} that one made alone`;
}

export function countWords(count: number, one: string): string {
  return `${count} ${one}${count === 1 ? '' : 's'}`;
}

/** What a field was given in one claim, as people read it; null where there is no claim. */
export function valueWords(field: FieldAgreement['field'], claim: Parent | null): string | null {
  return claim === null ? null : JUDGED_FIELD_FACTS[field].words(claim);
}

/** A report as lines of plain text, for the terminal. Claims are named by their numbers. */
export function agreementLines(report: AgreementReport): readonly string[] {
  if (!report.defined) return [`No agreement to measure: ${report.reason}.`];
  const { people, where, whereByPair, what } = report;
  const pairWords = ([first, second]: readonly [number, number]) => `${people[first]?.name} and ${people[second]?.name}`;
  return [
    `Checked by ${peopleWords(people)}: ${matchedWords(report)}.`,
    '',
    'Where',
    ...where.measures.flatMap((measured) => [
      ...measureLines(measured),
      ...(measured.measure === 'alpha_u' ? where.byClass.map(classLine) : []),
    ]),
    ...whereByPair.flatMap(({ pair, where: own }) => [`  ${pairWords(pair)}`, ...own.measures.map((one) => `    ${shortLine(one)}`)]),
    ...what.flatMap((field) => ['', JUDGED_FIELD_FACTS[field.field].label, ...fieldLines(field, pairWords)]),
  ];
}

function classLine({ sourceClass, figure, n }: Where['byClass'][number]): string {
  const [one, several] = MEASURE_FACTS.alpha_u.unit;
  const words = figure.defined ? `${figure.value.toFixed(2)} (${n} ${n === 1 ? one : several})` : `undefined: ${figure.reason}`;
  return `    ${SOURCE_CLASS_FACTS[sourceClass].label}: ${MEASURE_FACTS.alpha_u.label.toLowerCase()} ${words}`;
}

function measureLines(measured: Measured): readonly string[] {
  return [`  ${shortLine(measured)}`, ...(measured.figure.defined ? [`    ${measured.sentence}`] : [])];
}

function shortLine(measured: Measured): string {
  const { measure, figure } = measured;
  return `${MEASURE_FACTS[measure].label} ${figure.defined ? '' : 'undefined: '}${measuredWords(measured)}`;
}

function fieldLines(
  { field, measures, byPair, byClass, disagreements }: FieldAgreement,
  pairWords: (pair: readonly [number, number]) => string,
) {
  if (measures.every(({ figure }) => !figure.defined))
    return [`  Undefined: ${measures.flatMap(({ figure }) => (figure.defined ? [] : figure.reason))[0]}.`];
  return [
    ...measures.flatMap((measured, at) => (at === 0 ? measureLines(measured) : [`  ${shortLine(measured)}`])),
    ...byPair.flatMap(({ pair, measures: own }) => [`  ${pairWords(pair)}`, ...own.map((one) => `    ${shortLine(one)}`)]),
    ...byClass.flatMap(({ sourceClass, measures: own }) =>
      own.slice(0, 1).map((one) => `  ${SOURCE_CLASS_FACTS[sourceClass].label}: ${shortLine(one)}`),
    ),
    ...disagreements.map(
      ({ claims }) =>
        `  Differ: ${claims.flatMap((claim) => (claim === null ? [] : `claim ${claim.number} “${valueWords(field, claim)}”`)).join(', ')}`,
    ),
  ];
}

/** A report as data for other programs: figures, intervals and sentences as they are, claims by their ids with what each says. */
export function toAgreementData(report: AgreementReport) {
  if (!report.defined) return report;
  const { defined, people, matched, alone, where, whereByPair, what, comparisons } = report;
  return {
    ...{ defined, people, matched, alone, where, whereByPair },
    what: what.map((field) => ({
      ...field,
      disagreements: field.disagreements.map(({ claims }) =>
        claims.flatMap((claim) =>
          claim === null
            ? []
            : [{ ...toRef(claim), value: JUDGED_FIELD_FACTS[field.field].value(claim), words: valueWords(field.field, claim) }],
        ),
      ),
    })),
    comparisons: comparisons.map(({ parents, without, differing }) => ({
      claims: parents.map(toRef),
      without: without.map((person) => people[person]?.id),
      differing,
    })),
  };
}

function toRef({ id, version, number, createdBy }: Parent) {
  return { claimId: id, version, number, by: createdBy.id };
}
