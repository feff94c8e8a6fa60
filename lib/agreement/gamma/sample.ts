import type { Random } from '../random';
import type { GammaUnit } from './unit';

/** The text that was before everybody. */
export type Continuum = { readonly start: number; readonly end: number };

/** How often a place is drawn again that lies too near the others, before any place will do. */
const TRIES = 100;

/**
 * What people who know the task, but not the text, might have marked: for each the units of somebody drawn at random, moved
 * along the text by a random length, those that leave it at the end coming in again at the beginning. So lengths,
 * categories and their order stay as people make them. Two are never moved to within half a mean unit of each other, or what was
 * meant as chance would be agreement. Source: Mathet, Widlöcher and Métivier (2015), section 5.2.
 *
 * @param people at least one of them with units, all within the continuum
 * @returns as many as `people`, at least one of them with units
 */
export function sampleUnits(
  people: readonly (readonly GammaUnit[])[],
  continuum: Continuum,
  random: Random,
): readonly (readonly GammaUnit[])[] {
  const units = people.flat();
  const apart = units.reduce((sum, { start, end }) => sum + end - start, 0) / units.length / 2;
  const length = continuum.end - continuum.start;
  for (;;) {
    const shifts: number[] = [];
    const sampled = people.map(() => {
      let by = Math.floor(random() * length);
      for (let tries = 0; tries < TRIES && shifts.some((other) => around(other - by, length) < apart); tries++)
        by = Math.floor(random() * length);
      shifts.push(by);
      return shift(people[Math.floor(random() * people.length)] as readonly GammaUnit[], by, continuum);
    });
    if (sampled.some((some) => some.length > 0)) return sampled;
  }
}

/** The shorter way between two places of a circle. */
function around(apart: number, length: number): number {
  return Math.min(Math.abs(apart), length - Math.abs(apart));
}

/** A unit that begins in the text stays whole: one that would be cut at its end reaches beyond it. */
function shift(units: readonly GammaUnit[], by: number, { start: first, end: last }: Continuum): readonly GammaUnit[] {
  return units.map(({ start, end, category }) => {
    const back = start + by >= last ? last - first : 0;
    return { start: start + by - back, end: end + by - back, category };
  });
}
