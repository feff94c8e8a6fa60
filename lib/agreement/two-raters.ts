import { assert } from '@/lib/kernel/assert';
import type { Distance } from './distance';
import { beyondChance, type Figure, NOTHING_SHARED, noFigure } from './figure';
import { type Ratings, type Row, weightOf } from './ratings';

// Coefficients for exactly two raters. A unit that one of them left out is left out. All linear in units and categories,
// with a distance in the square of the categories.

type Table = { readonly n: number; readonly agreed: number; readonly first: Float64Array; readonly second: Float64Array };

function tabulate(ratings: Ratings): Table {
  const { rows, categories, raters } = ratings;
  assert(raters === 2 || rows.length === 0, 'a coefficient for two raters is asked about two');
  const [first, second] = [new Float64Array(categories.length), new Float64Array(categories.length)];
  let n = 0;
  let agreed = 0;
  forBoth(ratings, (a, b, weight) => {
    n += weight;
    if (a === b) agreed += weight;
    first[a] = (first[a] as number) + weight;
    second[b] = (second[b] as number) + weight;
  });
  return { n, agreed, first, second };
}

/** Every row in which neither value is missing, with how often it counts. */
function forBoth(ratings: Ratings, visit: (first: number, second: number, weight: number) => void): void {
  for (let at = 0; at < ratings.rows.length; at++) {
    const [a = null, b = null] = ratings.rows[at] as Row;
    if (a !== null && b !== null) visit(a, b, weightOf(ratings, at));
  }
}

/**
 * Cohen's kappa: chance is what each rater's own habits would bring. Source: Cohen, "A Coefficient of Agreement for
 * Nominal Scales", Educational and Psychological Measurement 20 (1960). With a distance it is the weighted kappa of Cohen,
 * "Weighted Kappa", Psychological Bulletin 70 (1968).
 *
 * @example cohenKappa(fromTable([[88, 14, 18], [10, 40, 10], [2, 6, 12]])) // 0.492
 */
export function cohenKappa(ratings: Ratings, distance?: Distance): Figure {
  const { n, agreed, first, second } = tabulate(ratings);
  if (n === 0) return noFigure(NOTHING_SHARED);
  if (distance === undefined) return beyondChance(1 - agreed / n, 1 - dot(first, second) / n ** 2);
  const { categories } = ratings;
  let observed = 0;
  forBoth(ratings, (a, b, weight) => {
    observed += weight * distance(categories[a] as string, categories[b] as string);
  });
  let expected = 0;
  categories.forEach((a, at) => {
    categories.forEach((b, to) => {
      expected += (first[at] as number) * (second[to] as number) * distance(a, b);
    });
  });
  return beyondChance(observed / n, expected / n ** 2);
}

/**
 * Scott's pi: chance is what the habits of both together would bring. Source: Scott, "Reliability of Content Analysis:
 * The Case of Nominal Scale Coding", Public Opinion Quarterly 19 (1955).
 */
export function scottPi(ratings: Ratings): Figure {
  const { n, agreed, first, second } = tabulate(ratings);
  if (n === 0) return noFigure(NOTHING_SHARED);
  const both = first.map((count, code) => count + (second[code] as number));
  return beyondChance(1 - agreed / n, 1 - dot(both, both) / (4 * n ** 2));
}

/**
 * S: chance picks every category alike, those that nobody used among them. Source: Bennett, Alpert and Goldstein,
 * "Communications through Limited Questioning", Public Opinion Quarterly 18 (1954).
 */
export function bennettS(ratings: Ratings): Figure {
  const { n, agreed } = tabulate(ratings);
  if (n === 0) return noFigure(NOTHING_SHARED);
  const categories = ratings.categories.length;
  return beyondChance(1 - agreed / n, 1 - 1 / categories, 'there is only one category');
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < a.length; at++) sum += (a[at] as number) * (b[at] as number);
  return sum;
}
