import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alpha } from '@/lib/agreement/alpha';
import { betweenSourceTypes, type Distance, nominal, WITHIN_CLASS } from '@/lib/agreement/distance';
import type { Figure } from '@/lib/agreement/figure';
import { fleissKappa } from '@/lib/agreement/fleiss-kappa';
import { gwetAc1 } from '@/lib/agreement/gwet-ac1';
import { percentAgreement } from '@/lib/agreement/percent-agreement';
import { ofPair, type Ratings, toPatterns, toRatings } from '@/lib/agreement/ratings';
import { bennettS, cohenKappa, scottPi } from '@/lib/agreement/two-raters';
import { SOURCE_TYPES, toSourceClass } from '@/lib/attribution/source-type';
import { CATEGORIES, someRatings } from './arbitrary-ratings';
import { valueOf } from './value-of';

type Coefficient = readonly [name: string, of: (ratings: Ratings) => Figure, raters: number];

/** Two classes of two: a and b, c and d. */
const inTwoClasses: Distance = (a, b) => (a === b ? 0 : 'ab'.includes(a) === 'ab'.includes(b) ? WITHIN_CLASS : 1);

const COEFFICIENTS: readonly Coefficient[] = [
  ['percent agreement', percentAgreement, 3],
  ['alpha', alpha, 3],
  ['weighted alpha', (ratings) => alpha(ratings, inTwoClasses), 3],
  ['Fleiss’ kappa', (ratings) => fleissKappa(ratings).figure, 3],
  ['AC1', gwetAc1, 3],
  ['Cohen’s kappa', cohenKappa, 2],
  ['weighted kappa', (ratings) => cohenKappa(ratings, inTwoClasses), 2],
  ['Scott’s pi', scottPi, 2],
  ['S', bennettS, 2],
];

/** The same figure, or the same reason for none. */
function expectSame(one: Figure, other: Figure): void {
  if (one.defined && other.defined) expect(one.value).toBeCloseTo(other.value, 10);
  else expect(one).toEqual(other);
}

/** Every row with its values in another order. */
function turned(ratings: Ratings): Ratings {
  return { ...ratings, rows: ratings.rows.map((row) => row.toReversed()) };
}

describe.each(COEFFICIENTS)('%s', (_, of, raters) => {
  it('does not depend on who is called first, nor on the order of the units', () => {
    fc.assert(
      fc.property(someRatings({ raters }), (ratings) => {
        expectSame(of(turned(ratings)), of(ratings));
        expectSame(of({ ...ratings, rows: ratings.rows.toReversed() }), of(ratings));
      }),
    );
  });

  it('does not depend on whether units that say the same are counted or listed', () => {
    fc.assert(
      fc.property(someRatings({ raters }), (ratings) => {
        const { ratings: counted, places } = toPatterns(ratings);
        expectSame(of(counted), of(ratings));
        expect(places.map((place) => counted.rows[place])).toEqual(ratings.rows);
      }),
    );
  });

  it('does not depend on what the values are called', () => {
    const renamed = ({ rows, ...rest }: Ratings): Ratings => ({
      ...rest,
      rows: rows.map((row) => row.map((code) => (code === null ? null : 3 - code))),
    });
    fc.assert(fc.property(someRatings({ raters }), (ratings) => expectSame(of(renamed(ratings)), of(ratings))));
  });

  it('is 1 where all agree on more than one value, and only there', () => {
    fc.assert(
      fc.property(someRatings({ raters, missing: false }), (ratings) => {
        const figure = of(ratings);
        const same = ratings.rows.every(([first, ...others]) => others.every((other) => other === first));
        if (figure.defined) expect(figure.value === 1).toBe(same);
      }),
    );
  });

  it('is never above 1, and never NaN', () => {
    fc.assert(
      fc.property(someRatings({ raters }), (ratings) => {
        const figure = of(ratings);
        if (figure.defined) expect(figure.value).toBeLessThanOrEqual(1);
        else expect(figure.reason).toMatch(/^[a-z].*[^.]$/u);
        expect(figure.defined && Number.isNaN(figure.value)).toBe(false);
      }),
    );
  });

  it('has a reason instead of a figure where nobody judged what another did', () => {
    const row = [...'abc'].slice(0, raters).map((value, at) => (at === 0 ? value : null));
    const figure = of(toRatings([row], CATEGORIES));
    expect(figure.defined).toBe(false);
    expect(of(toRatings([], CATEGORIES)).defined).toBe(false);
  });
});

describe.each(COEFFICIENTS.filter(([name]) => !['AC1', 'S', 'percent agreement'].includes(name)))('%s', (_, of, raters) => {
  it('has a reason instead of a figure where only one value was given', () => {
    const rows = Array.from({ length: 3 }, () => Array.from({ length: raters }, () => 'a'));
    expect(of(toRatings(rows, CATEGORIES))).toEqual({
      defined: false,
      reason: 'only one value was given, so there was nothing to disagree on',
    });
  });
});

describe('two raters', () => {
  it('have the same alpha as pi but for the small sample', () => {
    fc.assert(
      fc.property(someRatings({ raters: 2, missing: false }), (ratings) => {
        const [a, pi] = [alpha(ratings), scottPi(ratings)];
        const n = 2 * ratings.rows.length;
        // Krippendorff (2004), p. 249: alpha is 1 - (n - 1) / n (1 - pi).
        if (a.defined && pi.defined) expect(a.value).toBeCloseTo(1 - ((n - 1) / n) * (1 - pi.value), 10);
      }),
    );
  });

  it('are judged on the units that both judged', () => {
    const ratings = toRatings([
      ['a', 'a', null],
      ['a', null, 'b'],
      ['b', 'c', 'b'],
    ]);
    expect(ofPair(ratings, 0, 1).rows).toEqual([
      [0, 0],
      [1, 2],
    ]);
    expect(valueOf(percentAgreement(ofPair(ratings, 0, 1)))).toBe(0.5);
  });
});

describe('the distance between source types', () => {
  it('is 0, one half within a class and 1 between classes', () => {
    for (const a of SOURCE_TYPES) {
      for (const b of SOURCE_TYPES) {
        const distance = a === b ? 0 : toSourceClass(a) === toSourceClass(b) ? WITHIN_CLASS : 1;
        expect(betweenSourceTypes(a, b)).toBe(distance);
      }
    }
    expect(betweenSourceTypes('anonymous_source', 'unspecified_source')).toBe(0.5);
    expect(betweenSourceTypes('anonymous_source', 'named_person')).toBe(1);
  });

  it('makes the weighted figure the nominal one where it knows no classes', () => {
    fc.assert(fc.property(someRatings(), (ratings) => expectSame(alpha(ratings, nominal), alpha(ratings))));
    fc.assert(fc.property(someRatings({ raters: 2 }), (ratings) => expectSame(cohenKappa(ratings, nominal), cohenKappa(ratings))));
  });
});
