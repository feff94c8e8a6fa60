import type { Chain } from './chain';
import type { SourceType } from './source-type';

/** Types that stand in a chain without anybody being there: they are no hand through which a claim passes. */
const NOBODY: readonly SourceType[] = ['author', 'impersonal', 'unresolved'];

const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'] as const;

/**
 * How far away the claim is: the links after the article's voice behind which somebody stands, named or not.
 *
 *     article <- The New York Times <- “sources” <- Putin     3: third hand
 *     article <- “it is known that” <- Reuters                1: first hand
 *
 * Null where there is none: nobody is named, which is worse than first hand and never the same. Linear in the chain.
 */
export function handOf(chain: Chain): number | null {
  const hands = chain.filter(({ sourceType }) => !NOBODY.includes(sourceType)).length;
  return hands === 0 ? null : hands;
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
