import { alike, compareClaims } from '@/lib/adjudication/compare-claims';
import { type Match, matchClaims } from '@/lib/adjudication/match-claims';
import type { Parent } from '@/lib/adjudication/parent';
import { SOURCE_CLASSES, type SourceClass, toSourceClass } from '@/lib/attribution/source-type';
import type { Steps } from '@/lib/kernel/pause';
import type { PersonRef } from '@/lib/kernel/person';
import { bootstrapSteps } from '../bootstrap';
import { JUDGED_FIELD_FACTS, JUDGED_FIELDS, type JudgedField } from '../judged-field';
import { type Measure, type Measured, toMeasured } from '../measure';
import { type OverlapPart, overlapF1, overlapParts } from '../overlap';
import { type Ratings, toRatings } from '../ratings';
import { measureSteps } from '../what';
import type { CheckerWork } from '../work';

/**
 * How far checkers agree over many articles: matched claims of all of them are put together and measured as those of one
 * (agreement-report.ts). Absent: alpha for unitizing, boundaries and gamma, which are measures of one text; an article's own page has
 * them.
 */
export type Judgements = {
  readonly people: readonly PersonRef[];
  /** Claims that at least two made, and claims that one made alone. */
  readonly matched: number;
  readonly alone: number;
  readonly parts: readonly OverlapPart[];
  /** For each matched claim, what each who made it said of it. */
  readonly rows: readonly (readonly Judged[])[];
};

export type Judged = {
  readonly personId: string;
  readonly sourceClass: SourceClass;
  /** In the order of JUDGED_FIELDS; null where they did not judge it. */
  readonly values: readonly (string | null)[];
};

/**
 * What of an article's agreement is needed to put it together with others’: no more than values, so that many can be kept. The matching of
 * all is one step, that of every two another.
 */
export function* judgementsSteps(works: readonly CheckerWork[]): Steps<Judgements> {
  const claims = works.map((work) => work.claims);
  const comparisons = compareClaims(claims);
  yield;
  const shared = comparisons.filter(({ parents }) => parents.length > 1);
  const pairs = works.flatMap((_, first) => works.slice(first + 1).map((_, at) => [first, first + at + 1] as const));
  const parts: OverlapPart[] = [];
  for (const [first, second] of pairs) {
    for (const part of overlapParts(matchClaims(claims[first] ?? [], claims[second] ?? [], alike) as Match<Parent>)) parts.push(part);
    yield;
  }
  return {
    people: works.map(({ person }) => person),
    matched: shared.length,
    alone: comparisons.length - shared.length,
    parts,
    rows: shared.map(({ parents }) => parents.map(toJudged)),
  };
}

function toJudged(claim: Parent): Judged {
  return {
    personId: claim.createdBy.id,
    sourceClass: toSourceClass(claim.sourceType),
    values: JUDGED_FIELDS.map((field) => JUDGED_FIELD_FACTS[field].value(claim)),
  };
}

/** How far the words agree in which they found claims, over all articles and every two who checked one. */
export function* pooledWhereSteps(articles: readonly Judgements[]): Steps<Measured> {
  const parts = articles.flatMap((article) => article.parts);
  return toMeasured('overlap_f1', overlapF1(parts), yield* bootstrapSteps(parts, overlapF1), parts.length);
}

const POOLED: readonly Measure[] = ['weighted_alpha', 'alpha', 'percent', 'ac1'];
const BRIEF: readonly Measure[] = ['alpha', 'percent'];

/** How far the values of a field agree, over all articles; the first measure is the one to look at first. */
export function* pooledFieldSteps(
  articles: readonly Judgements[],
  field: JudgedField,
  measures: readonly Measure[] = POOLED,
): Steps<readonly Measured[]> {
  const rows = articles.flatMap((article) => article.rows);
  return yield* measureSteps(field, yield* ratingsSteps(field, rows), measures);
}

/** So many rows are looked at in one step. */
const ROWS_AT_ONCE = 2000;

/** Who judged a claim does not matter to these measures, so a row has as many places as it needs. */
function* ratingsSteps(field: JudgedField, rows: readonly (readonly Judged[])[]): Steps<Ratings> {
  const at = JUDGED_FIELDS.indexOf(field);
  const judged: string[][] = [];
  let places = 2;
  for (let row = 0; row < rows.length; row++) {
    const values = (rows[row] as readonly Judged[]).flatMap((one) => one.values[at] ?? []).sort();
    if (values.length > 1) judged.push(values);
    places = Math.max(places, values.length);
    if (row % ROWS_AT_ONCE === 0) yield;
  }
  const units = judged.map((row) => [...row, ...Array.from({ length: places - row.length }, () => null)]);
  yield;
  return { ...toRatings(units, JUDGED_FIELD_FACTS[field].categories), raters: places };
}

export type PooledPair = { readonly pair: readonly [PersonRef, PersonRef]; readonly measures: readonly Measured[] };

/** Every two people who made a claim together, by their names. */
export function* pooledByPairSteps(articles: readonly Judgements[], field: JudgedField): Steps<readonly PooledPair[]> {
  const people = new Map(articles.flatMap((article) => article.people.map((person) => [person.id, person] as const)));
  const found: PooledPair[] = [];
  for (const [key, rows] of yield* rowsByPair(articles)) {
    const [first, second] = key.split(' ').map((id) => people.get(id));
    if (first === undefined || second === undefined) continue;
    found.push({ pair: [first, second], measures: yield* measureSteps(field, yield* ratingsSteps(field, rows), BRIEF) });
  }
  return found.sort((a, b) => `${a.pair[0].name} ${a.pair[1].name}`.localeCompare(`${b.pair[0].name} ${b.pair[1].name}`, 'en'));
}

/** What every two said of the claims both made, by their ids. An article is a step. */
function* rowsByPair(articles: readonly Judgements[]): Steps<ReadonlyMap<string, readonly (readonly Judged[])[]>> {
  const pairs = new Map<string, Judged[][]>();
  for (const { rows } of articles) {
    for (const row of rows) {
      row.forEach((one, at) => {
        for (const other of row.slice(at + 1)) {
          const both = [one, other].sort((a, b) => (a.personId < b.personId ? -1 : 1));
          const key = both.map(({ personId }) => personId).join(' ');
          const known = pairs.get(key);
          if (known === undefined) pairs.set(key, [both]);
          else known.push(both);
        }
      });
    }
    yield;
  }
  return pairs;
}

export type PooledClass = { readonly sourceClass: SourceClass; readonly measures: readonly Measured[] };

/** The claims that somebody put into a class, in the order of the classes. For the source type itself: each class against all others. */
export function* pooledByClassSteps(articles: readonly Judgements[], field: JudgedField): Steps<readonly PooledClass[]> {
  const rows = articles.flatMap((article) => article.rows);
  const places = rows.reduce((most, row) => Math.max(most, row.length), 2);
  const found: PooledClass[] = [];
  for (const sourceClass of SOURCE_CLASSES) {
    const own = rows.filter((row) => row.some((judged) => judged.sourceClass === sourceClass));
    yield;
    if (own.length === 0) continue;
    if (field !== 'sourceType') {
      found.push({ sourceClass, measures: yield* measureSteps(field, yield* ratingsSteps(field, own), BRIEF) });
      continue;
    }
    const units = rows.map((row) =>
      Array.from({ length: places }, (_, at) => (row[at] === undefined ? null : row[at].sourceClass === sourceClass ? 'in' : 'out')),
    );
    yield;
    const ratings = { ...toRatings(units, ['in', 'out']), raters: places };
    found.push({ sourceClass, measures: yield* measureSteps('source', ratings, BRIEF) });
  }
  return found;
}
