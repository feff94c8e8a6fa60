import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jeffreysInterval } from '@/lib/reliability/jeffreys';

/** Successes and trials that can be, up to `most` trials. */
function counts(most = 2000): fc.Arbitrary<readonly [successes: number, trials: number]> {
  return fc.integer({ min: 1, max: most }).chain((trials) => fc.tuple(fc.integer({ min: 0, max: trials }), fc.constant(trials)));
}

function endsOf(successes: number, trials: number, level?: number): readonly [lower: number, upper: number] {
  const interval = jeffreysInterval(successes, trials, level);
  if (!interval.defined) throw new Error(interval.reason);
  return [interval.lower, interval.upper];
}

describe('jeffreysInterval', () => {
  // R, package binom: binom.bayes(x, n, type = "central", prior.shape1 = 0.5, prior.shape2 = 0.5).
  it.each([
    [4, 20, 0.07152, 0.408226],
    [18, 20, 0.716147, 0.978628],
  ])('gives for %i of %i what R gives', (successes, trials, lower, upper) => {
    const ends = endsOf(successes, trials);
    expect(ends[0]).toBeCloseTo(lower, 6);
    expect(ends[1]).toBeCloseTo(upper, 6);
  });

  it('begins at 0 when nothing succeeded and ends at 1 when everything did', () => {
    expect(endsOf(0, 4)[0]).toBe(0);
    expect(endsOf(4, 4)[1]).toBe(1);
    expect(endsOf(4, 4)[0]).toBeCloseTo(0.555, 3);
  });

  it('has a reason instead of an interval when nothing was tried', () => {
    expect(jeffreysInterval(0, 0)).toEqual({ defined: false, reason: 'nothing was tried, so there is no share to bound' });
  });

  it('holds the share that was seen, within 0 and 1', () => {
    fc.assert(
      fc.property(counts(), ([successes, trials]) => {
        const [lower, upper] = endsOf(successes, trials);
        expect(lower).toBeGreaterThanOrEqual(0);
        expect(lower).toBeLessThanOrEqual(successes / trials);
        expect(upper).toBeGreaterThanOrEqual(successes / trials);
        expect(upper).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('is the mirror image for the failures', () => {
    fc.assert(
      fc.property(counts(), ([successes, trials]) => {
        const [lower, upper] = endsOf(successes, trials);
        const [mirroredLower, mirroredUpper] = endsOf(trials - successes, trials);
        expect(mirroredLower).toBeCloseTo(1 - upper, 9);
        expect(mirroredUpper).toBeCloseTo(1 - lower, 9);
      }),
    );
  });

  it('moves up with every success and is wider at a higher level', () => {
    fc.assert(
      fc.property(
        counts().filter(([successes, trials]) => successes < trials),
        ([successes, trials]) => {
          const [lower, upper] = endsOf(successes, trials);
          const [nextLower, nextUpper] = endsOf(successes + 1, trials);
          const [wideLower, wideUpper] = endsOf(successes, trials, 0.99);
          expect(nextLower).toBeGreaterThan(lower);
          expect(nextUpper).toBeGreaterThan(upper);
          expect(wideLower).toBeLessThanOrEqual(lower);
          expect(wideUpper).toBeGreaterThanOrEqual(upper);
        },
      ),
    );
  });

  it.each([
    [5, 4, 0.95, 'no more successes than trials'],
    [-1, 4, 0.95, 'successes are a whole number'],
    [1.5, 4, 0.95, 'successes are a whole number'],
    [Number.NaN, 4, 0.95, 'successes are a whole number'],
    [0, -1, 0.95, 'trials are a whole number'],
    [0, Number.POSITIVE_INFINITY, 0.95, 'trials are a whole number'],
    [1, 4, 1, 'a level lies between 0 and 1'],
    [1, 4, Number.NaN, 'a level lies between 0 and 1'],
  ])('refuses %d of %d at %d, naming the rule', (successes, trials, level, rule) => {
    expect(() => jeffreysInterval(successes, trials, level)).toThrow(rule);
  });
});
