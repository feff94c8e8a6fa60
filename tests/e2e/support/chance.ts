import { test } from '@playwright/test';

/** Numbers that look random and are the same for the same seed (Mulberry32, public domain). */
export type Chance = {
  /** At least 0, less than `below`, whole. */
  readonly below: (below: number) => number;
  readonly pick: <Value>(values: readonly Value[]) => Value;
  readonly seed: number;
};

/** The run's seed: a new one each time, or that in HEARSAY_SEED to see a failure again; a failing test names it. */
export function takeChance(): Chance {
  const seed = Number(process.env.HEARSAY_SEED);
  test.info().annotations.push({ type: 'seed', description: `HEARSAY_SEED=${seed}` });
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  return { below, pick: (values) => values[below(values.length)] as (typeof values)[number], seed };
}

/** So many different whole numbers from 1 to less than `below`. */
export function someOf(chance: Chance, count: number, below: number): ReadonlySet<number> {
  const found = new Set<number>();
  while (found.size < count) found.add(1 + chance.below(below - 1));
  return found;
}
