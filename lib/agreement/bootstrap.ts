import type { Steps } from '@/lib/kernel/pause';
import type { Figure, UndefinedFigure } from './figure';
import { createRandom } from './random';
import type { Patterns, Ratings } from './ratings';

/** Where a figure would lie if other units of the same kind had come up, or why that cannot be said. */
export type Interval = { readonly defined: true; readonly lower: number; readonly upper: number } | UndefinedFigure;

export const LEVEL = 0.95;
const RESAMPLES = 1000;
const RESAMPLES_MIN = 200;
/** Units looked at in all, beyond which there are fewer resamples: an editor waits for the page of a long article. */
const BUDGET = 150_000;
/** So many resamples without a figure, and the ends of the others would be those of other data. */
const UNDEFINED_MAX = 0.05;

/**
 * The percentile bootstrap: units are drawn with replacement, as many as there are, and the figure is computed again; the
 * interval holds the middle 95 % of what comes out. Source: Efron and Tibshirani, "An Introduction to the Bootstrap" (1993),
 * chapter 13.
 *
 * Nothing varies in units that all say the same, and a bootstrap would answer with an interval of no width: the reason is
 * returned instead.
 *
 * @param units what could have come up otherwise, each on its own: matched claims, pieces of text
 * @param figure of some units, any of them several times
 */
export function* bootstrapSteps<Unit>(units: readonly Unit[], figure: (units: readonly Unit[]) => Figure, seed = 1): Steps<Interval> {
  const [interval] = yield* resample(units.length, seed, (draw) => [figure(units.map(() => units[draw()] as Unit))]);
  return interval ?? TOO_FEW;
}

/** The same for several figures of the same ratings, whose units are drawn once for all of them; in their order. */
export function* bootstrapRatings(
  { ratings, places }: Patterns,
  figures: readonly ((ratings: Ratings) => Figure)[],
  seed = 1,
): Steps<readonly Interval[]> {
  const weights = new Float64Array(ratings.rows.length);
  const drawn = { ...ratings, weights };
  const intervals = yield* resample(places.length, seed, (draw) => {
    weights.fill(0);
    for (let unit = 0; unit < places.length; unit++) {
      const place = places[draw()] as number;
      weights[place] = (weights[place] as number) + 1;
    }
    return figures.map((figure) => figure(drawn));
  });
  return figures.map((_, at) => intervals[at] ?? TOO_FEW);
}

const TOO_FEW: Interval = { defined: false, reason: 'there are too few to tell how far the figure could be off' };

/** Draws again and again, each draw a step; `figures` draws as many units as there are. None for fewer than two units. */
function* resample(units: number, seed: number, figures: (draw: () => number) => readonly Figure[]): Steps<readonly Interval[]> {
  if (units < 2) return [];
  const random = createRandom(seed);
  const draw = () => Math.floor(random() * units);
  const resamples = Math.max(RESAMPLES_MIN, Math.min(RESAMPLES, Math.floor(BUDGET / units)));
  const values: number[][] = [];
  for (let round = 0; round < resamples; round++) {
    figures(draw).forEach((figure, at) => {
      values[at] ??= [];
      if (figure.defined) values[at].push(figure.value);
    });
    yield;
  }
  return values.map((some) => toInterval(some, resamples));
}

function toInterval(values: number[], resamples: number): Interval {
  if (values.length < resamples * (1 - UNDEFINED_MAX)) {
    return { defined: false, reason: 'too often, some of the claims alone would give no figure at all' };
  }
  values.sort((a, b) => a - b);
  if (values[0] === values.at(-1)) {
    return { defined: false, reason: 'nothing in them varies, so they do not tell how far the figure could be off' };
  }
  return { defined: true, lower: quantile(values, (1 - LEVEL) / 2), upper: quantile(values, (1 + LEVEL) / 2) };
}

/** Of sorted values, interpolated between neighbours (definition 7 of Hyndman and Fan, The American Statistician 50, 1996). */
function quantile(sorted: readonly number[], share: number): number {
  const place = (sorted.length - 1) * share;
  const below = sorted[Math.floor(place)] as number;
  const above = sorted[Math.ceil(place)] as number;
  return below + (above - below) * (place - Math.floor(place));
}
