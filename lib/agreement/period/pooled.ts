import { alike, compareClaims } from '@/lib/adjudication/compare-claims';
import { type Match, matchClaims } from '@/lib/adjudication/match-claims';
import type { Parent } from '@/lib/adjudication/parent';
import { SOURCE_CLASSES, type SourceClass, toSourceClass } from '@/lib/attribution/source-type';
import type { PersonRef } from '@/lib/kernel/person';
import { bootstrap } from '../bootstrap';
import { JUDGED_FIELD_FACTS, JUDGED_FIELDS, type JudgedField } from '../judged-field';
import { type Measure, type Measured, toMeasured } from '../measure';
import { type OverlapPart, overlapF1, overlapParts } from '../overlap';
import { type Ratings, toRatings } from '../ratings';
import { measure } from '../what';
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

/** What of an article's agreement is needed to put it together with others’: no more than values, so that many can be kept. */
export function judgementsOf(works: readonly CheckerWork[]): Judgements {
  const claims = works.map((work) => work.claims);
  const comparisons = compareClaims(claims);
  const shared = comparisons.filter(({ parents }) => parents.length > 1);
  const pairs = works.flatMap((_, first) => works.slice(first + 1).map((_, at) => [first, first + at + 1] as const));
  return {
    people: works.map(({ person }) => person),
    matched: shared.length,
    alone: comparisons.length - shared.length,
    parts: pairs.flatMap(([first, second]) => overlapParts(matchClaims(claims[first] ?? [], claims[second] ?? [], alike) as Match<Parent>)),
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
export function pooledWhere(articles: readonly Judgements[]): Measured {
  const parts = articles.flatMap((article) => article.parts);
  return toMeasured('overlap_f1', overlapF1(parts), bootstrap(parts, overlapF1), parts.length);
}

const POOLED: readonly Measure[] = ['weighted_alpha', 'alpha', 'percent', 'ac1'];
const BRIEF: readonly Measure[] = ['alpha', 'percent'];

/** How far the values of a field agree, over all articles; the first measure is the one to look at first. */
export function pooledField(
  articles: readonly Judgements[],
  field: JudgedField,
  measures: readonly Measure[] = POOLED,
): readonly Measured[] {
  const rows = articles.flatMap((article) => article.rows);
  return measure(field, ratingsOf(field, rows), measures);
}

/** Who judged a claim does not matter to these measures, so a row has as many places as it needs. */
function ratingsOf(field: JudgedField, rows: readonly (readonly Judged[])[]): Ratings {
  const at = JUDGED_FIELDS.indexOf(field);
  const judged = rows.map((row) => row.flatMap(({ values }) => values[at] ?? []).sort()).filter((row) => row.length > 1);
  const places = Math.max(2, ...judged.map((row) => row.length));
  const units = judged.map((row) => [...row, ...Array.from({ length: places - row.length }, () => null)]);
  return { ...toRatings(units, JUDGED_FIELD_FACTS[field].categories), raters: places };
}

export type PooledPair = { readonly pair: readonly [PersonRef, PersonRef]; readonly measures: readonly Measured[] };

/** Every two people who made a claim together, by their names. */
export function pooledByPair(articles: readonly Judgements[], field: JudgedField): readonly PooledPair[] {
  const people = new Map(articles.flatMap((article) => article.people.map((person) => [person.id, person] as const)));
  const pairs = new Map<string, Judged[][]>();
  for (const row of articles.flatMap((article) => article.rows)) {
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
  return [...pairs]
    .flatMap(([key, rows]) => {
      const [first, second] = key.split(' ').map((id) => people.get(id));
      return first === undefined || second === undefined
        ? []
        : [{ pair: [first, second] as const, measures: measure(field, ratingsOf(field, rows), BRIEF) }];
    })
    .sort((a, b) => `${a.pair[0].name} ${a.pair[1].name}`.localeCompare(`${b.pair[0].name} ${b.pair[1].name}`, 'en'));
}

/** The claims that somebody put into a class, in the order of the classes. For the source type itself: each class against all others. */
export function pooledByClass(
  articles: readonly Judgements[],
  field: JudgedField,
): readonly { readonly sourceClass: SourceClass; readonly measures: readonly Measured[] }[] {
  const rows = articles.flatMap((article) => article.rows);
  return SOURCE_CLASSES.flatMap((sourceClass) => {
    const own = rows.filter((row) => row.some((judged) => judged.sourceClass === sourceClass));
    if (own.length === 0) return [];
    if (field !== 'sourceType') return [{ sourceClass, measures: measure(field, ratingsOf(field, own), BRIEF) }];
    const places = Math.max(...rows.map((row) => row.length));
    const units = rows.map((row) =>
      Array.from({ length: places }, (_, at) => (row[at] === undefined ? null : row[at].sourceClass === sourceClass ? 'in' : 'out')),
    );
    return [{ sourceClass, measures: measure('source', { ...toRatings(units, ['in', 'out']), raters: places }, BRIEF) }];
  });
}
