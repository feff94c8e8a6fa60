import { describe, expect, it } from 'vitest';
import { alpha } from '@/lib/agreement/alpha';
import { alphaU, type CategoryDisagreement, type Section } from '@/lib/agreement/alpha-u';
import { boundaryEdits, boundarySimilarity } from '@/lib/agreement/boundary-similarity';
import { type Distance, interval } from '@/lib/agreement/distance';
import { fleissKappa } from '@/lib/agreement/fleiss-kappa';
import { bestAlignment, disorderOf } from '@/lib/agreement/gamma/best-alignment';
import { gammaOf } from '@/lib/agreement/gamma/gamma';
import { DISSIMILARITY, dissimilarity, type GammaUnit } from '@/lib/agreement/gamma/unit';
import { gwetAc1 } from '@/lib/agreement/gwet-ac1';
import { percentAgreement } from '@/lib/agreement/percent-agreement';
import { fromTable, toRatings } from '@/lib/agreement/ratings';
import { bennettS, cohenKappa, scottPi } from '@/lib/agreement/two-raters';
import { toTextRange } from '@/lib/text/offset';
import { valueOf } from './value-of';

// Figures that were published, each with where it stands. Three digits mean that three were printed.

/** Three coders and fifteen units as they are printed: a row for each coder, * for a missing value. */
function ofCoders(...coders: readonly string[]) {
  const rows = coders.map((row) => row.split(' '));
  return toRatings((rows[0] ?? []).map((_, unit) => rows.map((row) => (row[unit] === '*' ? null : (row[unit] ?? null)))));
}

/** Subjects by categories, as counts: who gave which is not known, so the ratings are handed out in order. */
function ofCounts(rows: readonly (readonly number[])[]) {
  const categories = (rows[0] ?? []).map((_, code) => `${code}`);
  return toRatings(
    rows.map((row) => row.flatMap((count, code) => Array.from({ length: count }, () => `${code}`))),
    categories,
  );
}

describe('Krippendorff’s alpha', () => {
  // Wikipedia, “Krippendorff’s alpha”, a computational example: 3 coders, 15 units, 26 pairable values.
  const coders = ofCoders('* * * * * 3 4 1 2 1 1 3 3 * 3', '1 * 2 1 3 3 4 3 * * * * * * *', '* * 2 1 3 4 4 * 2 1 1 3 3 * 4');

  it('is 0.691 for nominal data with missing values', () => {
    expect(valueOf(alpha(coders))).toBeCloseTo(0.691, 3);
  });

  it('is 0.811 for interval data with missing values', () => {
    expect(valueOf(alpha(coders, interval))).toBeCloseTo(0.811, 3);
  });
});

describe('Krippendorff’s alpha for unitizing', () => {
  // Krippendorff (2004), “Content Analysis”, 2nd edition, p. 254: a continuum of length 300 that begins at 150.
  const section = (category: string, start: number, length: number): Section => ({ ...toTextRange(start, start + length), category });
  const first = [section('c', 225, 70), section('c', 370, 30), section('k', 180, 60), section('k', 300, 50)];
  const second = [section('c', 220, 80), section('c', 355, 20), section('c', 400, 20), section('k', 180, 60), section('k', 300, 50)];
  const continuum = toTextRange(150, 450);
  const result = alphaU([first, second], continuum);

  it('is 0.8591 as a whole, as the book has it from disagreements of four digits, and 0.8587 from whole ones', () => {
    const [c, k] = ['c', 'k'].map((category) => result.byCategory.get(category) as CategoryDisagreement);
    const digits = (value: number) => Number(value.toFixed(4));
    const observed = digits(c?.observed ?? 0) + digits(k?.observed ?? 0);
    expect(1 - observed / (digits(c?.expected ?? 0) + digits(k?.expected ?? 0))).toBeCloseTo(0.8591, 4);
    expect(k?.expected).toBeCloseTo(0.049, 4);
    expect(valueOf(result.figure)).toBeCloseTo(0.8587, 4);
  });

  it('is 0.7286 for the category c, of observed 0.0144 and expected 0.0532, and 1 for k', () => {
    const c = result.byCategory.get('c');
    expect(c?.observed).toBeCloseTo(0.0144, 4);
    expect(c?.expected).toBeCloseTo(0.0532, 4);
    expect(valueOf(c?.figure as never)).toBeCloseTo(0.7286, 4);
    expect(valueOf(result.byCategory.get('k')?.figure as never)).toBe(1);
  });

  it.each([
    ['two units that overlap', section('c', 225, 70), section('c', 220, 80), 50],
    ['two units that just meet', section('c', 370, 30), section('c', 355, 20), 850],
    ['a unit in a gap', section('c', 400, 20), null, 400],
  ])('takes %s for as far apart as the book does', (_, one, other, squared) => {
    const { observed } = alphaU([[one], other === null ? [] : [other]], continuum).byCategory.get('c') as { observed: number };
    expect(observed * 300 ** 2).toBeCloseTo(squared, 6);
  });
});

describe('Cohen’s kappa', () => {
  // Cohen (1960), p. 45, in a hundred patients.
  const ratings = fromTable([
    [88, 14, 18],
    [10, 40, 10],
    [2, 6, 12],
  ]);

  it('is 0.492 of an observed 0.70 and an expected 0.41', () => {
    expect(valueOf(percentAgreement(ratings))).toBeCloseTo(0.7, 10);
    expect(valueOf(cohenKappa(ratings))).toBeCloseTo(0.492, 3);
    expect((0.7 - 0.41) / (1 - 0.41)).toBeCloseTo(valueOf(cohenKappa(ratings)), 10);
  });
});

describe('the coefficients that Artstein and Poesio compare', () => {
  // Artstein and Poesio, “Inter-Coder Agreement for Computational Linguistics”, Computational Linguistics 34 (2008):
  // the examples of pp. 558 and 568.
  const first = fromTable([
    [20, 20],
    [10, 50],
  ]);
  const second = fromTable([
    [46, 0, 0],
    [6, 32, 6],
    [0, 0, 10],
  ]);

  it('are kappa 0.348, pi 0.341 and S 0.4 in the first example', () => {
    expect(valueOf(cohenKappa(first))).toBeCloseTo(0.348, 3);
    expect(valueOf(scottPi(first))).toBeCloseTo(0.341, 3);
    expect(valueOf(bennettS(first))).toBeCloseTo(0.4, 10);
  });

  it('are kappa 0.801, pi 0.799 and S 0.82 in the second', () => {
    expect(valueOf(cohenKappa(second))).toBeCloseTo(0.801, 3);
    // 0.79953, printed with what follows the third digit cut off.
    expect(Math.floor(valueOf(scottPi(second)) * 1000) / 1000).toBe(0.799);
    expect(valueOf(bennettS(second))).toBeCloseTo(0.82, 10);
  });

  it('are weighted alpha 0.8156 and weighted kappa 0.8163 where one category is half way between the others', () => {
    // P. 569, table 5: the distance from “Chck” (here 2) to either of the others is one half.
    const halfWay: Distance = (a, b) => (a === b ? 0 : a === '2' || b === '2' ? 0.5 : 1);
    expect(valueOf(alpha(second, halfWay))).toBeCloseTo(0.8156, 4);
    expect(valueOf(cohenKappa(second, halfWay))).toBeCloseTo(0.8163, 4);
  });
});

describe('Fleiss’ kappa', () => {
  it('is 0.210 for ten subjects and fourteen raters', () => {
    // Wikipedia, “Fleiss’ kappa”, worked example.
    const ratings = ofCounts([
      [0, 0, 0, 0, 14],
      [0, 2, 6, 4, 2],
      [0, 0, 3, 5, 6],
      [0, 3, 9, 2, 0],
      [2, 2, 8, 1, 1],
      [7, 7, 0, 0, 0],
      [3, 2, 6, 3, 0],
      [2, 5, 3, 2, 2],
      [6, 5, 2, 1, 0],
      [0, 2, 2, 3, 7],
    ]);
    const { figure, n } = fleissKappa(ratings);
    expect(valueOf(figure)).toBeCloseTo(0.21, 3);
    expect((0.378 - 0.213) / (1 - 0.213)).toBeCloseTo(valueOf(figure), 3);
    expect(n).toBe(10);
  });

  // Fleiss (1971), table 1: thirty patients in rows of ten, six psychiatrists each, how many chose each of five diagnoses.
  const diagnoses = ofCounts(
    `00060 03003 01401 00006 03030 20400 00402 20310 20040 00006
     10050 11040 03300 10050 02031 00501 30012 51000 02040 10203
     00006 01050 02013 20040 10041 05010 40002 02040 10500 00006`
      .split(/\s+/)
      .map((digits) => [...digits].map(Number)),
  );

  it('is 0.430 for thirty patients and six psychiatrists, of an observed 0.5556 and an expected 0.2201', () => {
    const { figure, n } = fleissKappa(diagnoses);
    expect(valueOf(figure)).toBeCloseTo(0.43, 3);
    expect((0.5556 - 0.2201) / (1 - 0.2201)).toBeCloseTo(valueOf(figure), 3);
    expect(n).toBe(30);
  });

  it('is for each diagnosis what R gives, and what Fleiss worked out by hand to within his rounding', () => {
    const byCategory = fleissKappa(diagnoses).byCategory.map(valueOf);
    // R, package irr: kappam.fleiss(diagnoses, detail = TRUE).
    for (const [code, kappa] of [0.245, 0.245, 0.52, 0.471, 0.566].entries()) expect(byCategory[code]).toBeCloseTo(kappa, 3);
    // Fleiss (1971), table 2, from shares that he rounded first.
    for (const [code, kappa] of [0.248, 0.248, 0.517, 0.47, 0.565].entries()) {
      expect(Math.abs((byCategory[code] as number) - kappa)).toBeLessThan(0.004);
    }
  });
});

describe('Gwet’s AC1', () => {
  it('is 0.808 where nearly everything is of one category', () => {
    // R, package irrCAC: gwet.ac1.table(matrix(c(80, 8, 7, 5), 2)).
    const table = fromTable([
      [80, 7],
      [8, 5],
    ]);
    expect(valueOf(gwetAc1(table))).toBeCloseTo(0.808, 3);
  });
});

describe('gamma', () => {
  const unit = (category: string, start: number, end: number): GammaUnit => ({ category, start, end });
  const disorder = (first: readonly GammaUnit[], second: readonly GammaUnit[], by = DISSIMILARITY) =>
    disorderOf(bestAlignment(first, second, by), first.length + second.length);
  const first = [unit('a', 1, 5), unit('b', 6, 10), unit('a', 11, 15)];
  const shifted = first.map(({ category, start, end }) => unit(category, start + 1, end + 1));

  // pygamma-agreement 0.5.9, alpha, beta and delta 1 unless given. It computes in single precision.
  it('has a best alignment of disorder 0.0625, and is 0.8836 with the expected 0.53697', () => {
    expect(disorder(first, shifted)).toBeCloseTo(0.0625, 10);
    expect(valueOf(gammaOf(disorder(first, shifted), 0.53697))).toBeCloseTo(0.8836, 4);
  });

  it('has no disorder between identical annotators', () => {
    expect(disorder(first, first)).toBe(0);
    expect(valueOf(gammaOf(disorder(first, first), 0.53697))).toBe(1);
  });

  it('has a best alignment of disorder 0.70833 where two of four units stay alone', () => {
    const four = [unit('a', 1, 5), unit('b', 6, 10), unit('a', 20, 24), unit('b', 30, 34)];
    expect(disorder(four, [unit('a', 2, 6), unit('b', 31, 35)])).toBeCloseTo(0.7083333, 6);
    expect(dissimilarity(unit('a', 1, 5), unit('b', 31, 35), DISSIMILARITY)).toBeCloseTo(57.25, 10);
  });

  it('has a best alignment of disorder 1.02778 with alpha 3 and beta 2', () => {
    const mine = [unit('a', 1, 5), unit('b', 6, 10), unit('c', 11, 15)];
    const theirs = [unit('a', 2, 7), unit('b', 8, 12), unit('a', 11, 15)];
    expect(disorder(mine, theirs, { ...DISSIMILARITY, alpha: 3, beta: 2 })).toBeCloseTo(1.0277778, 6);
  });
});

describe('boundary similarity', () => {
  /** The places of the boundaries between segments of these lengths. */
  const boundaries = (...masses: readonly number[]) => masses.slice(0, -1).map((_, at) => masses.slice(0, at + 1).reduce((a, b) => a + b));

  // segeval 2, segeval/similarity/boundary_test.py (Fournier 2013), with transpositions of neighbours.
  it.each([
    [[5, 6], 0.5],
    [[2, 3, 3, 3], 2 / 3],
    [[2, 2, 7], 0.75],
    [[1, 1, 3, 1, 5], 0.5],
  ])('of 2, 3, 6 with %j is %d', (other, similarity) => {
    expect(valueOf(boundarySimilarity([boundaryEdits(boundaries(2, 3, 6), boundaries(...other))]))).toBeCloseTo(similarity, 4);
  });
});
