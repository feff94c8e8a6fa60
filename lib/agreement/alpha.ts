import type { Distance } from './distance';
import { beyondChance, type Figure, NOTHING_SHARED, noFigure } from './figure';
import { countValues, newRowCounts, type Ratings, type Row, type RowCounts, weightOf } from './ratings';

/**
 * Krippendorff's alpha for any number of raters, any distance between values, and missing values: 1 less the disagreement
 * within units over that between all values taken together. A unit with fewer than two values tells nothing and is left
 * out. Source: Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011); "Content Analysis",
 * 2nd edition (2004), chapter 11.
 *
 * @param distance left out: nominal, which costs time in proportion to values; with a distance the square of the categories on top
 * @example alpha(toRatings([['a', 'a'], ['b', 'b'], ['a', 'b']])) // 1 - (1/3) / (3/5) = 0.444
 */
export function alpha(ratings: Ratings, distance?: Distance): Figure {
  const { rows, categories } = ratings;
  const totals = new Float64Array(categories.length);
  const between = distance === undefined ? null : table(categories, distance);
  const found = newRowCounts();
  let n = 0;
  let observed = 0;
  for (let at = 0; at < rows.length; at++) {
    const weight = weightOf(ratings, at);
    const values = countValues(rows[at] as Row, found);
    if (values < 2 || weight === 0) continue;
    n += values * weight;
    for (let place = 0; place < found.length; place++) {
      const code = found.codes[place] as number;
      totals[code] = (totals[code] as number) + (found.counts[place] as number) * weight;
    }
    observed += (disagreement(found, values, between) / (values - 1)) * weight;
  }
  if (n === 0) return noFigure(NOTHING_SHARED);
  return beyondChance(observed / n, disagreement(every(totals), n, between) / (n * (n - 1)));
}

/** Values by their codes, and how often each was given. */
type Counted = Pick<RowCounts, 'length'> & { readonly codes: ArrayLike<number>; readonly counts: ArrayLike<number> };

function every(totals: Float64Array): Counted {
  return { length: totals.length, codes: totals.map((_, code) => code), counts: totals };
}

/** The distances over all ordered pairs of values that are counted, which are `n` in all. */
function disagreement({ length, codes, counts }: Counted, n: number, between: readonly Float64Array[] | null): number {
  let sum = 0;
  if (between === null) {
    for (let a = 0; a < length; a++) sum += (counts[a] as number) * (n - (counts[a] as number));
    return sum;
  }
  for (let a = 0; a < length; a++) {
    const line = between[codes[a] as number] as Float64Array;
    for (let b = 0; b < length; b++) sum += (counts[a] as number) * (counts[b] as number) * (line[codes[b] as number] as number);
  }
  return sum;
}

function table(categories: readonly string[], distance: Distance): readonly Float64Array[] {
  return categories.map((a) => Float64Array.from(categories, (b) => distance(a, b)));
}
