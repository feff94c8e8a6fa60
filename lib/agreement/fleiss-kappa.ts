import { beyondChance, type Figure, noFigure } from './figure';
import { countValues, newRowCounts, type Ratings, type Row, weightOf } from './ratings';

export type FleissKappa = {
  readonly figure: Figure;
  /** How many units all raters judged; the others are left out, as the coefficient asks for the same number everywhere. */
  readonly n: number;
  /** Each category against all others, in the order of `ratings.categories`. */
  readonly byCategory: readonly Figure[];
};

const INCOMPLETE = 'no claim was judged by all of them';

/**
 * Fleiss' kappa for a fixed number of raters, whole and for each category: the share of agreeing pairs of raters beyond
 * what the categories' overall shares would bring. Linear in units and categories. Source: Fleiss, "Measuring Nominal
 * Scale Agreement among Many Raters", Psychological Bulletin 76 (1971).
 */
export function fleissKappa(ratings: Ratings): FleissKappa {
  const { rows, categories, raters } = ratings;
  const found = newRowCounts();
  const totals = new Float64Array(categories.length);
  const squares = new Float64Array(categories.length);
  let n = 0;
  for (let at = 0; at < rows.length; at++) {
    const weight = weightOf(ratings, at);
    if (raters < 2 || weight === 0 || countValues(rows[at] as Row, found) < raters) continue;
    n += weight;
    for (let place = 0; place < found.length; place++) {
      const [code, count] = [found.codes[place] as number, found.counts[place] as number];
      totals[code] = (totals[code] as number) + count * weight;
      squares[code] = (squares[code] as number) + count ** 2 * weight;
    }
  }
  if (n === 0) return { figure: noFigure(INCOMPLETE), n, byCategory: categories.map(() => noFigure(INCOMPLETE)) };
  const agreeing = (sum(squares) - n * raters) / (n * raters * (raters - 1));
  const expected = totals.reduce((all, total) => all + (total / (n * raters)) ** 2, 0);
  const byCategory = categories.map((_, code) => {
    const total = totals[code] as number;
    if (total === 0) return noFigure('nobody gave this value');
    // Of those who gave the value, the share of their colleagues who gave it too.
    const again = ((squares[code] as number) - total) / (total * (raters - 1));
    return beyondChance(1 - again, 1 - total / (n * raters));
  });
  return { figure: beyondChance(1 - agreeing, 1 - expected), n, byCategory };
}

function sum(values: Float64Array): number {
  return values.reduce((all, value) => all + value, 0);
}
