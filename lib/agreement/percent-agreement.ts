import { type Figure, NOTHING_SHARED, noFigure, toFigure } from './figure';
import { countValues, newRowCounts, type Ratings, type Row, weightOf } from './ratings';

/**
 * How often people said the same of one thing: of two who judged it, in which share of units they gave the same value; of more,
 * the share of their pairs, averaged over units. A unit with fewer than two values is left out. Nothing is taken off for
 * chance, so it is read beside a coefficient, never instead. Linear in values.
 */
export function percentAgreement(ratings: Ratings): Figure {
  const found = newRowCounts();
  let [n, agreeing] = [0, 0];
  for (let at = 0; at < ratings.rows.length; at++) {
    const weight = weightOf(ratings, at);
    const values = countValues(ratings.rows[at] as Row, found);
    if (values < 2) continue;
    n += weight;
    let same = 0;
    for (let place = 0; place < found.length; place++) same += (found.counts[place] as number) * ((found.counts[place] as number) - 1);
    agreeing += (same / (values * (values - 1))) * weight;
  }
  return n === 0 ? noFigure(NOTHING_SHARED) : toFigure(agreeing / n);
}
