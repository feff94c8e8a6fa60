import type { Match } from '@/lib/adjudication/match-claims';
import { lengthOf, type Placed } from '@/lib/adjudication/span-overlaps';
import { type Figure, noFigure, toFigure } from './figure';

/** What a matched pair, or a claim of one person alone, adds to the overlap: in characters (UTF-16 units). */
export type OverlapPart = { readonly shared: number; readonly marked: number };

/** A part for each pair and for each claim that is one person's alone. Linear. */
export function overlapParts<Item extends Placed>({ pairs, onlyFirst, onlySecond }: Match<Item>): readonly OverlapPart[] {
  return [
    ...pairs.map(({ first, second, shared }) => ({ shared, marked: lengthOf(first.spans) + lengthOf(second.spans) })),
    ...[...onlyFirst, ...onlySecond].map(({ spans }) => ({ shared: 0, marked: lengthOf(spans) })),
  ];
}

/**
 * Overlap F1: of all characters that two people marked, the share that lies in words both marked for the same claim. Twice the
 * characters that matched claims share, over those of all claims of both; a character in two claims counts twice. It is the
 * F1 of either person measured by the other, claim by claim, so 1 asks for the same claims, not only for the same coloured
 * text. Nothing is taken off for chance. Linear.
 */
export function overlapF1(parts: readonly OverlapPart[]): Figure {
  const marked = parts.reduce((sum, part) => sum + part.marked, 0);
  if (marked === 0) return noFigure('nobody marked anything');
  return toFigure((2 * parts.reduce((sum, part) => sum + part.shared, 0)) / marked);
}
