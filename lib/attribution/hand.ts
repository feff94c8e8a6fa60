import type { Chain } from './chain';
import { isSomebody, speaks } from './speaking';

const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'] as const;

/**
 * How far away the claim is: the links after the article's voice behind which somebody stands, named or not.
 *
 *     article <- The New York Times <- “sources” <- Putin     3: third hand
 *     article <- “it is known that” <- Reuters                1: first hand
 *
 *     article <- Moscow's elite circles, said to feel         null: nobody reports it
 *
 * Null where nobody brings it here (speaking.ts), which is worse than first hand and never the same: a chain has a hand
 * exactly when it has a carrier (origins.ts). Linear in the chain.
 */
export function handOf(chain: Chain): number | null {
  if (!chain.some(speaks)) return null;
  return chain.filter(({ sourceType }) => isSomebody(sourceType)).length;
}

/** “third hand”, in the middle of a sentence; from the eleventh on in digits; null is “nobody named”. */
export function handWords(hand: number | null): string {
  if (hand === null) return 'nobody named';
  const ordinal = ORDINALS[hand - 1];
  return ordinal === undefined ? `${hand}${ordinalEnding(hand)} hand` : `${ordinal} hand`;
}

function ordinalEnding(count: number): string {
  const tens = count % 100;
  if (tens >= 11 && tens <= 13) return 'th';
  return { 1: 'st', 2: 'nd', 3: 'rd' }[count % 10] ?? 'th';
}
