import { assert } from '@/lib/kernel/assert';

/** Something somebody gave a probability, and how it came out. */
export type Forecast = { readonly probability: number; readonly held: boolean };

/** Forecasts that gave the same probability. */
export type ForecastBin = { readonly probability: number; readonly n: number; readonly held: number };

/**
 * The Brier score with its parts: `score = reliability - resolution + uncertainty`, exactly, since forecasts are put together
 * only where they gave the same probability. All lie between 0 and 1; a lower score is better.
 */
export type Brier = {
  readonly n: number;
  /** The mean squared distance between probability and outcome. */
  readonly score: number;
  /** How far what was said lies from how often it came out so; 0 is as said. */
  readonly reliability: number;
  /** How far what was said tells apart what came out from what did not; more is better. */
  readonly resolution: number;
  /** What the outcomes alone leave open: the score of always saying how many held up in all. */
  readonly uncertainty: number;
  /** How much better the score is than that, as a share of it; null where all came out the same, since then nothing was open. */
  readonly skill: number | null;
  /** By probability, the lowest first; only those that were given. */
  readonly bins: readonly ForecastBin[];
};

/**
 * Sources: Brier, "Verification of forecasts expressed in terms of probability", Monthly Weather Review 78 (1950); Murphy, "A new
 * vector partition of the probability score", Journal of Applied Meteorology 12 (1973).
 *
 * @param forecasts probabilities from 0 to 1, in any order
 * @returns null for no forecast: there is no score of nothing
 * Linear but for the sorting of the different probabilities.
 */
export function brierOf(forecasts: readonly Forecast[]): Brier | null {
  if (forecasts.length === 0) return null;
  const counts = new Map<number, { n: number; held: number }>();
  for (const { probability, held } of forecasts) {
    assert(probability >= 0 && probability <= 1, 'a probability lies between 0 and 1');
    const bin = counts.get(probability) ?? { n: 0, held: 0 };
    bin.n += 1;
    bin.held += held ? 1 : 0;
    counts.set(probability, bin);
  }
  const bins = [...counts].map(([probability, bin]) => ({ probability, ...bin })).sort((a, b) => a.probability - b.probability);
  const n = forecasts.length;
  const rate = bins.reduce((sum, bin) => sum + bin.held, 0) / n;
  const mean = (part: (bin: ForecastBin) => number) => bins.reduce((sum, bin) => sum + part(bin), 0) / n;
  const score = mean((bin) => bin.held * (1 - bin.probability) ** 2 + (bin.n - bin.held) * bin.probability ** 2);
  const uncertainty = rate * (1 - rate);
  return {
    n,
    score,
    reliability: mean((bin) => bin.n * (bin.probability - bin.held / bin.n) ** 2),
    resolution: mean((bin) => bin.n * (bin.held / bin.n - rate) ** 2),
    uncertainty,
    skill: uncertainty === 0 ? null : 1 - score / uncertainty,
    bins,
  };
}
