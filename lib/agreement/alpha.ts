import type { Distance } from './distance';
import { beyondChance, type Figure, NOTHING_SHARED, noFigure } from './figure';
import { countRow, type Ratings, type Row, weightOf } from './ratings';

/**
 * Krippendorff's alpha for any number of raters, any distance between values, and missing values: 1 less the disagreement
 * within units over that between all values taken together. A unit with fewer than two values tells nothing and is left
 * out. Source: Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011), sections B to D; "Content Analysis",
 * 2nd edition (2004), chapter 11.
 *
 * @param distance left out: nominal, which costs time in proportion to values and categories; with a distance the square of
 *   the categories on top
 * @example alpha(toRatings([['a', 'a'], ['b', 'b'], ['a', 'b']])) // 1 - (1/3) / (3/5) = 0.444
 */
export function alpha(ratings: Ratings, distance?: Distance): Figure {
  const { rows, categories } = ratings;
  const counts = new Float64Array(categories.length);
  const totals = new Float64Array(categories.length);
  const between = distance === undefined ? null : table(categories, distance);
  let n = 0;
  let observed = 0;
  for (let at = 0; at < rows.length; at++) {
    const weight = weightOf(ratings, at);
    const values = countRow(rows[at] as Row, counts);
    if (values < 2 || weight === 0) continue;
    n += values * weight;
    for (let code = 0; code < counts.length; code++) totals[code] = (totals[code] as number) + (counts[code] as number) * weight;
    observed += (disagreement(counts, values, between) / (values - 1)) * weight;
  }
  if (n === 0) return noFigure(NOTHING_SHARED);
  return beyondChance(observed / n, disagreement(totals, n, between) / (n * (n - 1)));
}

/** The distances over all ordered pairs of values that are counted in `counts`, which are `n` in all. */
function disagreement(counts: Float64Array, n: number, between: readonly Float64Array[] | null): number {
  let sum = 0;
  if (between === null) {
    for (const count of counts) sum += count * (n - count);
    return sum;
  }
  for (let a = 0; a < counts.length; a++) {
    const count = counts[a] as number;
    const line = between[a] as Float64Array;
    if (count > 0) for (let b = 0; b < counts.length; b++) sum += count * (counts[b] as number) * (line[b] as number);
  }
  return sum;
}

function table(categories: readonly string[], distance: Distance): readonly Float64Array[] {
  return categories.map((a) => Float64Array.from(categories, (b) => distance(a, b)));
}
