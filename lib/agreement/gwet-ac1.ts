import { beyondChance, type Figure, NOTHING_SHARED, noFigure } from './figure';
import { countValues, newRowCounts, type Ratings, type Row, weightOf } from './ratings';

/**
 * Gwet's AC1 for any number of raters and missing values: chance agreement is kept small where one category is nearly
 * always right, where kappa and alpha fall to nothing although nearly everything was agreed on. Linear in units and
 * categories. Source: Gwet, "Computing Inter-Rater Reliability and Its Variance in the Presence of High Agreement",
 * British Journal of Mathematical and Statistical Psychology 61 (2008).
 *
 * @example gwetAc1(fromTable([[80, 7], [8, 5]])) // 0.808
 */
export function gwetAc1(ratings: Ratings): Figure {
  const { rows, categories } = ratings;
  const found = newRowCounts();
  const shares = new Float64Array(categories.length);
  let judged = 0;
  let shared = 0;
  let agreeing = 0;
  for (let at = 0; at < rows.length; at++) {
    const weight = weightOf(ratings, at);
    const values = countValues(rows[at] as Row, found);
    if (values === 0) continue;
    judged += weight;
    let same = 0;
    for (let place = 0; place < found.length; place++) {
      const [code, count] = [found.codes[place] as number, found.counts[place] as number];
      shares[code] = (shares[code] as number) + (count / values) * weight;
      same += count * (count - 1);
    }
    if (values < 2) continue;
    shared += weight;
    agreeing += (same / (values * (values - 1))) * weight;
  }
  if (shared === 0) return noFigure(NOTHING_SHARED);
  if (categories.length < 2) return noFigure('there is only one category');
  const chance = shares.reduce((all, share) => all + (share / judged) * (1 - share / judged), 0) / (categories.length - 1);
  return beyondChance(1 - agreeing / shared, 1 - chance);
}
