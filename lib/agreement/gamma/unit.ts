import type { Distance } from '../distance';
import { nominal } from '../distance';

/** What gamma compares: a stretch of text with a category. `end` is after `start`. */
export type GammaUnit = { readonly start: number; readonly end: number; readonly category: string };

/** How much place and category weigh, and what a unit costs that nobody shares. As the paper: 1, 1 and 1. */
export type Dissimilarity = {
  readonly alpha: number;
  readonly beta: number;
  readonly empty: number;
  /** Between categories, from 0 to 1. */
  readonly category: Distance;
};

export const DISSIMILARITY: Dissimilarity = { alpha: 1, beta: 1, empty: 1, category: nominal };

/**
 * How far two units are from being one: the distance of their ends for their lengths, squared, and that of their categories.
 * Source: Mathet, Widlöcher and Métivier, "The Unified and Holistic Method Gamma (γ) for Inter-Annotator Agreement Measure
 * and Alignment", Computational Linguistics 41 (2015), section 4.
 */
export function dissimilarity(a: GammaUnit, b: GammaUnit, { alpha, beta, empty, category }: Dissimilarity): number {
  const ends = Math.abs(a.start - b.start) + Math.abs(a.end - b.end);
  return (alpha * (ends / (a.end - a.start + b.end - b.start)) ** 2 + beta * category(a.category, b.category)) * empty;
}
