import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CONTENT_CHECKS, LIKELIHOODS } from '@/lib/claims/finding';
import { outcomesIn } from '@/lib/reliability/calibration/behind';
import { brierOf, type Forecast } from '@/lib/reliability/calibration/brier';
import { calibrationOf, type ForecastClaim, midpoint } from '@/lib/reliability/calibration/calibration';
import { calibrationLines, calibrationSentence } from '@/lib/reliability/calibration/calibration-words';
import { type FindingWrite, firstResolved, saidBefore } from '@/lib/reliability/calibration/said';

const times = (count: number, probability: number, held: number): readonly Forecast[] =>
  Array.from({ length: count }, (_, at) => ({ probability, held: at < held }));

function claim(at: number, different: Partial<ForecastClaim> = {}): ForecastClaim {
  return { claimId: `c${at}`, originKey: `o${at}`, assertionKey: `a${at}`, contentCheck: 'confirmed', likelihood: 'likely', ...different };
}

describe('the Brier score', () => {
  it('is 0.0375 for the example of scikit-learn’s documentation', () => {
    // https://scikit-learn.org/stable/modules/generated/sklearn.metrics.brier_score_loss.html: y_true [0, 1, 1, 0], y_prob [.1, .9, .8, .3]
    const [outcomes, probabilities] = [
      [false, true, true, false],
      [0.1, 0.9, 0.8, 0.3],
    ];
    const brier = brierOf(probabilities.map((probability, at) => ({ probability, held: outcomes[at] as boolean })));
    expect(brier?.score).toBeCloseTo(0.0375, 12);
  });

  it('falls apart as Murphy’s partition says', () => {
    // Worked by Murphy's partition (Journal of Applied Meteorology 12, 1973, pp. 595-600): .1 five times (1 came out), .4 five times
    // (2), .8 ten times (8): .1825 = .0025 - .0675 + .2475.
    const brier = brierOf([...times(5, 0.1, 1), ...times(5, 0.4, 2), ...times(10, 0.8, 8)]);
    expect(brier?.score).toBeCloseTo(0.1825, 12);
    expect(brier?.reliability).toBeCloseTo(0.0025, 12);
    expect(brier?.resolution).toBeCloseTo(0.0675, 12);
    expect(brier?.uncertainty).toBeCloseTo(0.2475, 12);
    expect(brier?.skill).toBeCloseTo((0.0675 - 0.0025) / 0.2475, 12);
    expect(brier?.bins).toEqual([
      { probability: 0.1, n: 5, held: 1 },
      { probability: 0.4, n: 5, held: 2 },
      { probability: 0.8, n: 10, held: 8 },
    ]);
  });

  it('is reliability less resolution and uncertainty added, whatever was said and came out, and lies between 0 and 1', () => {
    const forecast = fc.record({ probability: fc.constantFrom(...LIKELIHOODS.map(midpoint)), held: fc.boolean() });
    fc.assert(
      fc.property(fc.array(forecast, { minLength: 1, maxLength: 200 }), (forecasts) => {
        const brier = brierOf(forecasts);
        if (brier === null) throw new Error('There is a score of at least one forecast.');
        const plain = forecasts.reduce((sum, { probability, held }) => sum + (probability - (held ? 1 : 0)) ** 2, 0) / forecasts.length;
        expect(brier.score).toBeCloseTo(plain, 10);
        expect(brier.reliability - brier.resolution + brier.uncertainty).toBeCloseTo(brier.score, 10);
        for (const part of [brier.score, brier.reliability, brier.resolution, brier.uncertainty]) {
          expect(part).toBeGreaterThanOrEqual(0);
          expect(part).toBeLessThanOrEqual(1);
        }
        expect(brier.resolution).toBeLessThanOrEqual(brier.uncertainty + 1e-12);
      }),
    );
  });

  it('is none of no forecast, and has no skill where all came out the same', () => {
    expect(brierOf([])).toBeNull();
    expect(brierOf(times(3, 0.8, 3))?.skill).toBeNull();
  });
});

describe('the middles of the seven terms', () => {
  it('are those of the bands of ICD 203', () => {
    expect(LIKELIHOODS.map(midpoint)).toEqual([0.03, 0.125, 0.325, 0.5, 0.675, 0.875, 0.97]);
  });
});

describe('what somebody said before the answer was known', () => {
  const write = (
    seq: number,
    actorId: string,
    likelihood: FindingWrite['likelihood'],
    contentCheck: FindingWrite['contentCheck'] = 'not_checked',
  ) => ({
    seq,
    actorId,
    likelihood,
    contentCheck,
  });
  const said = (...writes: FindingWrite[]) => {
    const { before, late } = saidBefore(writes, firstResolved(writes));
    return { before: Object.fromEntries(before), late: [...late] };
  };

  it('is each person’s last word before it', () => {
    expect(
      said(write(1, 'a', 'unlikely'), write(2, 'a', 'likely'), write(3, 'b', 'very_likely'), write(4, 'c', 'very_likely', 'confirmed')),
    ).toEqual({
      before: { a: 'likely', b: 'very_likely' },
      late: [],
    });
  });

  it('does not count what was said with the answer, or after it', () => {
    expect(said(write(1, 'a', 'likely', 'confirmed'))).toEqual({ before: {}, late: ['a'] });
    expect(said(write(1, 'a', 'unlikely'), write(2, 'b', 'unlikely', 'confirmed'), write(3, 'a', 'almost_certain', 'confirmed'))).toEqual({
      before: { a: 'unlikely' },
      late: [],
    });
    expect(
      said(write(1, 'a', null, 'partly_confirmed'), write(2, 'a', 'likely', 'not_checked'), write(3, 'a', 'likely', 'confirmed')),
    ).toEqual({
      before: {},
      late: ['a'],
    });
  });

  it('does not count what was taken back, by emptying it or by undoing it', () => {
    expect(said(write(1, 'a', 'likely'), write(2, 'a', null), write(3, 'b', null, 'confirmed'))).toEqual({ before: {}, late: [] });
    expect(said(write(1, 'a', 'likely'), write(2, 'b', 'unlikely'), write(3, 'b', 'likely'))).toEqual({
      before: { a: 'likely' },
      late: [],
    });
  });
});

describe('a calibration', () => {
  it('counts one origin that says one thing once, by the first term, and a miss for all of it', () => {
    const tied = { originKey: 'o', assertionKey: 'a' };
    const calibration = calibrationOf([
      claim(1, { ...tied, likelihood: 'very_likely' }),
      claim(2, { ...tied, likelihood: 'unlikely', contentCheck: 'contradicted' }),
      claim(3),
    ]);
    expect(calibration).toMatchObject({ defined: true, n: 2, provisional: true });
    if (!calibration.defined) return;
    expect(calibration.bands.filter(({ n }) => n > 0).map(({ likelihood, n, held }) => [likelihood, n, held])).toEqual([
      ['likely', 1, 1],
      ['very_likely', 1, 0],
    ]);
    expect(calibration.bands[5]?.interval).toMatchObject({ defined: true, lower: 0 });
    expect(calibration.bands[0]?.interval).toMatchObject({ defined: false });
  });

  it('says how many it leaves out, and why', () => {
    const calibration = calibrationOf([
      claim(1),
      claim(2, { contentCheck: 'partly_confirmed' }),
      claim(3, { contentCheck: 'disputed' }),
      claim(4, { likelihood: null }),
    ]);
    expect(calibration).toMatchObject({
      defined: true,
      n: 1,
      skill: null,
      late: ['c4'],
      leftOut: [
        { check: 'partly_confirmed', claimIds: ['c2'] },
        { check: 'disputed', claimIds: ['c3'] },
      ],
    });
    expect(calibrationLines(calibration).join('\n')).toMatch(/Left out: 1 claim partly confirmed\.[\s\S]*only when the answer was known/);
  });

  it('is undefined with its reason where nothing came out yet', () => {
    expect(calibrationSentence(calibrationOf([]))).toBe('No figure: no claim was given a likelihood.');
    expect(calibrationOf([claim(1, { contentCheck: 'not_checked' })])).toMatchObject({
      defined: false,
      reason: /confirmed or contradicted since/,
    });
    expect(calibrationOf([claim(1, { likelihood: null })])).toMatchObject({ defined: false, reason: /answer was known/ });
  });

  it('lists as many rows behind each number as it says', () => {
    const anyClaim = fc.record({
      likelihood: fc.option(fc.constantFrom(...LIKELIHOODS)),
      contentCheck: fc.constantFrom(...CONTENT_CHECKS),
      originKey: fc.constantFrom('x', 'y', 'z'),
      assertionKey: fc.constantFrom('s', 't'),
    });
    fc.assert(
      fc.property(fc.array(anyClaim, { maxLength: 40 }), (some) => {
        const calibration = calibrationOf(some.map((one, at) => ({ ...claim(at), ...one })));
        expect(outcomesIn(calibration, { list: 'late' })).toHaveLength(calibration.late.length);
        for (const { check, claimIds } of calibration.leftOut)
          expect(outcomesIn(calibration, { list: check })).toHaveLength(claimIds.length);
        if (!calibration.defined) return;
        expect(outcomesIn(calibration, { list: 'all' })).toHaveLength(calibration.n);
        for (const { likelihood, n } of calibration.bands) expect(outcomesIn(calibration, { list: likelihood })).toHaveLength(n);
      }),
    );
  });
});
