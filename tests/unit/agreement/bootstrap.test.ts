import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alpha } from '@/lib/agreement/alpha';
import { bootstrapRatings, bootstrapSteps } from '@/lib/agreement/bootstrap';
import { type Figure, noFigure, toFigure } from '@/lib/agreement/figure';
import { percentAgreement } from '@/lib/agreement/percent-agreement';
import { createRandom } from '@/lib/agreement/random';
import { fromTable, toPatterns } from '@/lib/agreement/ratings';
import { atOnce } from '@/lib/kernel/pause';

const ratings = fromTable([
  [20, 20],
  [10, 50],
]);
const bootstrap = <Unit>(units: readonly Unit[], figure: (some: readonly Unit[]) => Figure, seed?: number) =>
  atOnce(bootstrapSteps(units, figure, seed));
const share = (rows: typeof ratings.rows) => percentAgreement({ ...ratings, rows });

describe('bootstrap', () => {
  it('comes close to the exact interval of a share', () => {
    const interval = bootstrap(ratings.rows, share);
    if (!interval.defined) throw new Error(interval.reason);
    // 70 of 100: the middle 95 % of a binomial distribution lie from 61 to 79.
    expect(interval.lower).toBeCloseTo(0.61, 1);
    expect(interval.upper).toBeCloseTo(0.79, 1);
  });

  it('is the same on every run, and another under another seed', () => {
    const figure = (rows: typeof ratings.rows) => alpha({ ...ratings, rows });
    expect(bootstrap(ratings.rows, figure)).toEqual(bootstrap(ratings.rows, figure));
    expect(bootstrap(ratings.rows, figure, 2)).not.toEqual(bootstrap(ratings.rows, figure));
  });

  it('is the same for counted ratings as for listed ones, several figures at once', () => {
    const figures = [percentAgreement, alpha];
    const listed = figures.map((figure) => bootstrap(ratings.rows, (rows) => figure({ ...ratings, rows })));
    const counted = atOnce(bootstrapRatings(toPatterns(ratings), figures));
    counted.forEach((interval, at) => {
      const other = listed[at];
      if (!interval.defined || !other?.defined) throw new Error('There is no interval.');
      expect(interval.lower).toBeCloseTo(other.lower, 10);
      expect(interval.upper).toBeCloseTo(other.upper, 10);
    });
    const nothing = atOnce(bootstrapRatings(toPatterns({ ...ratings, rows: [] }), figures));
    expect(nothing.map(({ defined }) => defined)).toEqual([false, false]);
  });

  it('holds the figure of a sample, and is in order', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(9), { minLength: 8, maxLength: 40 }), (values) => {
        const mean = (some: readonly number[]) => toFigure(some.reduce((a, b) => a + b, 0) / some.length);
        const interval = bootstrap(values, mean);
        const whole = mean(values);
        if (!interval.defined || !whole.defined) return;
        expect(interval.lower).toBeLessThanOrEqual(whole.value);
        expect(interval.upper).toBeGreaterThanOrEqual(whole.value);
      }),
      { numRuns: 20 },
    );
  });

  it.each([
    ['a single unit', [1], 'there are too few to tell how far the figure could be off'],
    ['units that all say the same', [1, 1, 1], 'nothing in them varies, so they do not tell how far the figure could be off'],
  ])('has a reason instead of an interval for %s', (_, units, reason) => {
    expect(bootstrap(units, (some) => toFigure(some[0] as number))).toEqual({ defined: false, reason });
  });

  it('has a reason instead of an interval where too many resamples have no figure', () => {
    const interval = bootstrap([1, 2], (some) => (new Set(some).size === 1 ? noFigure('one value') : toFigure(1)));
    expect(interval).toEqual({ defined: false, reason: 'too often, some of the claims alone would give no figure at all' });
  });
});

describe('createRandom', () => {
  it('gives numbers from 0 to 1 that are the same for a seed, and spread', () => {
    const draw = (seed: number) => {
      const random = createRandom(seed);
      return Array.from({ length: 2000 }, random);
    };
    expect(draw(5)).toEqual(draw(5));
    for (const seed of [0, 1, 2, 12345]) {
      const drawn = draw(seed);
      expect(Math.min(...drawn)).toBeGreaterThanOrEqual(0);
      expect(Math.max(...drawn)).toBeLessThan(1);
      expect(drawn.reduce((a, b) => a + b, 0) / drawn.length).toBeCloseTo(0.5, 1);
    }
  });
});
