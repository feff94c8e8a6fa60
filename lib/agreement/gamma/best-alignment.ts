import { type Edge, heaviestMatching } from '@/lib/adjudication/heaviest-matching';
import { type Dissimilarity, dissimilarity, type GammaUnit } from './unit';

/** Two people's units laid beside each other. */
export type Alignment = {
  readonly pairs: readonly { readonly first: number; readonly second: number; readonly disorder: number }[];
  /** The disorder of each pair and of each unit that stays alone. Empty where there is no unit. */
  readonly disorders: readonly number[];
};

/** What a pair saves is compared in thousand millionths: whole numbers, whose sums are exact. */
const EXACT = 1e9;

/**
 * The alignment of two people's units with the least disorder, exactly: a pair is worth what it saves over leaving both
 * alone, and the heaviest matching saves most. Only pairs that save something are looked at; those lie near each other.
 *
 * Costs n log n where each unit is near few others of a similar length, and the square of n at most; then what
 * `heaviestMatching` costs.
 */
export function bestAlignment(first: readonly GammaUnit[], second: readonly GammaUnit[], by: Dissimilarity): Alignment {
  const alone = 2 * by.empty;
  const edges: Edge[] = [];
  const near = createNeighbours(second, by);
  first.forEach((unit, left) => {
    for (const right of near(unit)) {
      const saved = alone - dissimilarity(unit, second[right] as GammaUnit, by);
      const weight = Math.round(saved * EXACT);
      if (weight > 0) edges.push({ left, right, weight });
    }
  });
  const pairs = heaviestMatching(edges).map(({ left, right }) => {
    return { first: left, second: right, disorder: dissimilarity(first[left] as GammaUnit, second[right] as GammaUnit, by) };
  });
  const unpaired = first.length + second.length - 2 * pairs.length;
  return { pairs, disorders: [...pairs.map(({ disorder }) => disorder), ...Array.from({ length: unpaired }, () => by.empty)] };
}

/** The mean disorder for each unit a person made: what gamma compares. `units` are those of both together, more than 0. */
export function disorderOf({ disorders }: Pick<Alignment, 'disorders'>, units: number): number {
  return disorders.reduce((sum, disorder) => sum + disorder, 0) / (units / 2);
}

/**
 * Finds the units that place alone does not make too far: `|starts apart| < √(2 / alpha) (length + length)`. Units are kept
 * by the power of two of their length, in each in text order, so that one that spans the article does not bring all
 * others into sight.
 */
function createNeighbours(units: readonly GammaUnit[], { alpha }: Dissimilarity): (unit: GammaUnit) => readonly number[] {
  const reach = alpha > 0 ? Math.sqrt(2 / alpha) : Number.POSITIVE_INFINITY;
  const byLength = new Map<number, number[]>();
  units.forEach(({ start, end }, at) => {
    const size = Math.ceil(Math.log2(end - start));
    const known = byLength.get(size);
    if (known === undefined) byLength.set(size, [at]);
    else known.push(at);
  });
  const startOf = (at: number | undefined) => units[at as number]?.start ?? Number.POSITIVE_INFINITY;
  for (const places of byLength.values()) places.sort((a, b) => startOf(a) - startOf(b) || a - b);
  return ({ start, end }) => {
    const found: number[] = [];
    for (const [size, places] of byLength) {
      const far = reach * (end - start + 2 ** size);
      for (let at = firstFrom(places, start - far, startOf); at < places.length && startOf(places[at]) <= start + far; at++) {
        found.push(places[at] as number);
      }
    }
    return found.sort((a, b) => a - b);
  };
}

function firstFrom(places: readonly number[], from: number, startOf: (at: number | undefined) => number): number {
  let [low, high] = [0, places.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (startOf(places[middle]) < from) low = middle + 1;
    else high = middle;
  }
  return low;
}
