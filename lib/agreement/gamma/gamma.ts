import { atOnce, type Steps } from '@/lib/kernel/pause';
import { beyondChance, type Figure, noFigure } from '../figure';
import { createRandom } from '../random';
import { bestAlignment, disorderOf } from './best-alignment';
import { type Continuum, sampleUnits } from './sample';
import { DISSIMILARITY, type Dissimilarity, type GammaUnit } from './unit';

export type GammaChoice = {
  readonly dissimilarity?: Dissimilarity;
  /** How many random sets of units the expected disorder is taken from; the paper's 30 unless told otherwise. */
  readonly samples?: number;
  /** Where given: as many samples as it takes for the expected disorder to be within this share of itself, at 95 %. */
  readonly precision?: number;
  readonly seed?: number;
};

export type Gamma = {
  readonly figure: Figure;
  readonly observed: number | null;
  /** The mean over the samples. */
  readonly expected: number | null;
  readonly samples: number;
  /** How far the mean over the samples may be off, as a share of it, at 95 %. */
  readonly precision: number | null;
};

const SAMPLES = 30;
/** So many are never exceeded, however fine a precision is asked for. */
const SAMPLES_MAX = 3000;
/** Two-sided 95 % of the normal distribution, as the paper takes it. */
const Z = 1.96;

/**
 * Gamma: did people mark the same stretches, and call them the same, both judged at once? 1 less the disorder of the best
 * alignment over that of random annotations like theirs. 1 is no disorder, 0 what chance would bring. The samples are drawn under
 * a fixed seed, so that the figure is the same tomorrow. Source: Mathet, Widlöcher and Métivier, Computational Linguistics
 * 41 (2015).
 *
 * With two people this is gamma itself. With more, theirs aligns all at once, which is NP-hard; here every two are aligned
 * and the disorders are averaged, observed and expected alike.
 *
 * Costs an alignment of every two people for each sample, which is a step.
 */
export function* gammaSteps(all: readonly (readonly GammaUnit[])[], continuum: Continuum, choice: GammaChoice = {}): Steps<Gamma> {
  const { dissimilarity = DISSIMILARITY, samples = SAMPLES, precision, seed = 1 } = choice;
  const people = inOneOrder(all);
  const nothing = (reason: string): Gamma => ({ figure: noFigure(reason), observed: null, expected: null, samples: 0, precision: null });
  if (people.length < 2) return nothing('only one person marked anything');
  const observed = meanDisorder(people, dissimilarity);
  if (observed === null) return nothing('nobody marked anything');
  const random = createRandom(seed);
  const drawn: number[] = [];
  function* draw(until: number): Steps<void> {
    for (; drawn.length < until; yield) drawn.push(meanDisorder(sampleUnits(people, continuum, random), dissimilarity) ?? 0);
  }
  yield* draw(samples);
  if (precision !== undefined) yield* draw(Math.min(SAMPLES_MAX, samplesFor(drawn, precision)));
  const { mean, deviation } = spread(drawn);
  const off = mean > 0 ? (Z * deviation) / mean / Math.sqrt(drawn.length) : null;
  return { figure: gammaOf(observed, mean), observed, expected: mean, samples: drawn.length, precision: off };
}

export function gamma(all: readonly (readonly GammaUnit[])[], continuum: Continuum, choice: GammaChoice = {}): Gamma {
  return atOnce(gammaSteps(all, continuum, choice));
}

/** By what they marked: so that the samples, and with them the figure, are the same whoever is called first. */
function inOneOrder(people: readonly (readonly GammaUnit[])[]): readonly (readonly GammaUnit[])[] {
  const marked = (units: readonly GammaUnit[]) => units.map(({ start, end, category }) => `${start} ${end} ${category}`).sort();
  return people
    .map((units) => ({ units, key: marked(units).join('\n') }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ units }) => units);
}

/** 1 less observed over expected disorder. */
export function gammaOf(observed: number, expected: number): Figure {
  return beyondChance(observed, expected, 'what was marked would agree by chance as well');
}

/** Over every two people; those of whom neither marked anything are not counted. Null where nobody did. */
function meanDisorder(people: readonly (readonly GammaUnit[])[], by: Dissimilarity): number | null {
  let [sum, pairs] = [0, 0];
  people.forEach((first, at) => {
    for (const second of people.slice(at + 1)) {
      if (first.length + second.length === 0) continue;
      sum += disorderOf(bestAlignment(first, second, by), first.length + second.length);
      pairs++;
    }
  });
  return pairs === 0 ? null : sum / pairs;
}

/** Mathet et al. (2015), section 5: from the coefficient of variation of the first samples. */
function samplesFor(drawn: readonly number[], precision: number): number {
  const { mean, deviation } = spread(drawn);
  return mean > 0 ? Math.ceil(((deviation / mean) * Z) ** 2 / precision ** 2) : drawn.length;
}

function spread(values: readonly number[]): { readonly mean: number; readonly deviation: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean, deviation: Math.sqrt(squares / Math.max(1, values.length - 1)) };
}
