import type { Parent } from '@/lib/adjudication/parent';
import { SOURCE_CLASSES, type SourceClass, toSourceClass } from '@/lib/attribution/source-type';
import { assert } from '@/lib/kernel/assert';
import type { Steps } from '@/lib/kernel/pause';
import { alpha } from './alpha';
import { bootstrapRatings } from './bootstrap';
import type { Figure } from './figure';
import { fleissKappa } from './fleiss-kappa';
import { gwetAc1 } from './gwet-ac1';
import { JUDGED_FIELD_FACTS, JUDGED_FIELDS, type JudgedField } from './judged-field';
import { type Measure, type Measured, toMeasured } from './measure';
import { percentAgreement } from './percent-agreement';
import { countShared, ofPair, type Ratings, toPatterns, toRatings } from './ratings';
import { bennettS, cohenKappa, scottPi } from './two-raters';

/** The claims of a group, in the order of the people; null where a person has none. */
export type Claims = readonly (Parent | null)[];

/** How far people agree in one field, over the claims that at least two of them made and judged. */
export type FieldAgreement = {
  readonly field: JudgedField;
  readonly n: number;
  readonly measures: readonly Measured[];
  /** Every two people, by their places; only where there are more than two. */
  readonly byPair: readonly { readonly pair: readonly [number, number]; readonly n: number; readonly measures: readonly Measured[] }[];
  /** The claims that somebody put into a class, in the order of the classes; only those that occur. */
  readonly byClass: readonly { readonly sourceClass: SourceClass; readonly n: number; readonly measures: readonly Measured[] }[];
  /** Claims on which two who judged gave different values. */
  readonly disagreements: readonly { readonly claims: Claims }[];
};

/** Every field, in the order of JUDGED_FIELDS. Costs a thousand rounds over the different rows of each. */
export function* whatSteps(groups: readonly Claims[], people: number): Steps<readonly FieldAgreement[]> {
  const shared = groups.filter((claims) => claims.filter((claim) => claim !== null).length > 1);
  const what: FieldAgreement[] = [];
  for (const field of JUDGED_FIELDS) {
    const ratings = ratingsOf(field, shared, people);
    const byPair = [];
    for (const pair of people === 2 ? [] : pairsOf(people)) {
      byPair.push({ pair, ...(yield* brief(field, ofPair(ratings, ...pair), [...BRIEF, 'kappa'])) });
    }
    what.push({
      field,
      n: countShared(ratings),
      measures: yield* measureSteps(field, ratings, people === 2 ? TWO : MANY),
      byPair,
      byClass: yield* byClass(field, shared, people),
      disagreements: shared.filter((claims) => disagree(field, claims)).map((claims) => ({ claims })),
    });
  }
  return what;
}

export function disagree(field: JudgedField, claims: Claims): boolean {
  const values = claims.map((claim) => (claim === null ? null : JUDGED_FIELD_FACTS[field].value(claim))).filter((value) => value !== null);
  return new Set(values).size > 1;
}

const BRIEF: readonly Measure[] = ['alpha', 'percent', 'ac1'];
const TWO: readonly Measure[] = ['weighted_alpha', 'alpha', 'percent', 'ac1', 'kappa', 'weighted_kappa', 'pi', 's'];
const MANY: readonly Measure[] = ['weighted_alpha', 'alpha', 'percent', 'ac1', 'fleiss'];

function* brief(field: JudgedField, ratings: Ratings, measures: readonly Measure[]) {
  return { n: countShared(ratings), measures: yield* measureSteps(field, ratings, measures) };
}

/** Those of the measures that the field has; the weighted ones where its values can be nearer and farther. */
export function* measureSteps(field: JudgedField, ratings: Ratings, wanted: readonly Measure[]): Steps<readonly Measured[]> {
  const { distance } = JUDGED_FIELD_FACTS[field];
  const measures = wanted.filter((name) => distance !== undefined || !name.startsWith('weighted'));
  const n = countShared(ratings);
  const complete = ratings.rows.filter((row) => !row.includes(null)).length;
  yield;
  const patterns = toPatterns(ratings);
  yield;
  const figures = measures.map((name) => (some: Ratings) => figureOf(name, some, field));
  const intervals = yield* bootstrapRatings(patterns, figures);
  return measures.map((name, at) => {
    const figure = figureOf(name, patterns.ratings, field);
    const interval = figure.defined ? intervals[at] : figure;
    assert(interval !== undefined, 'there is an interval for every figure');
    return toMeasured(name, figure, interval, name === 'fleiss' ? complete : n);
  });
}

function figureOf(name: Measure, ratings: Ratings, field: JudgedField): Figure {
  const { distance } = JUDGED_FIELD_FACTS[field];
  switch (name) {
    case 'weighted_alpha':
      return alpha(ratings, distance);
    case 'alpha':
      return alpha(ratings);
    case 'percent':
      return percentAgreement(ratings);
    case 'ac1':
      return gwetAc1(ratings);
    case 'kappa':
      return cohenKappa(ratings);
    case 'weighted_kappa':
      return cohenKappa(ratings, distance);
    case 'pi':
      return scottPi(ratings);
    case 's':
      return bennettS(ratings);
    case 'fleiss':
      return fleissKappa(ratings).figure;
    default:
      throw new Error(`Broken rule: ${name} is a measure of where, not of what.`);
  }
}

/** Units that at least two judged: what one alone said about a claim is no agreement, and no habit to be counted as chance. */
function ratingsOf(field: JudgedField, groups: readonly Claims[], people: number): Ratings {
  const { value, categories } = JUDGED_FIELD_FACTS[field];
  const rows = groups
    .map((claims) => claims.map((claim) => (claim === null ? null : value(claim))))
    .filter((row) => row.filter((one) => one !== null).length > 1);
  return { ...toRatings(rows, categories), raters: people };
}

/** For the source type itself: each class against all others. Among the claims of a class it would be asked of what was chosen by it. */
function* byClass(field: JudgedField, groups: readonly Claims[], people: number): Steps<FieldAgreement['byClass']> {
  const classes = [];
  for (const sourceClass of SOURCE_CLASSES) {
    const isOf = (claim: Parent | null) => claim !== null && toSourceClass(claim.sourceType) === sourceClass;
    const own = groups.filter((claims) => claims.some(isOf));
    if (own.length === 0) continue;
    const rows = groups.map((claims) => claims.map((claim) => (claim === null ? null : isOf(claim) ? 'in' : 'out')));
    const measured =
      field === 'sourceType'
        ? brief('source', { ...toRatings(rows, ['in', 'out']), raters: people }, BRIEF)
        : brief(field, ratingsOf(field, own, people), BRIEF);
    classes.push({ sourceClass, ...(yield* measured) });
  }
  return classes;
}

function pairsOf(people: number): readonly (readonly [number, number])[] {
  return Array.from({ length: people }, (_, first) =>
    Array.from({ length: people - first - 1 }, (_, at) => [first, first + at + 1] as const),
  ).flat();
}
