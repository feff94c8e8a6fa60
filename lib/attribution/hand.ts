import { ATTRIBUTION } from '@/lib/frame/en/attribution';
import type { Chain } from './chain';
import type { AttributionWords } from './link-name';
import { isSomebody, speaks } from './speaking';

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
export function handWords(hand: number | null, words: AttributionWords = ATTRIBUTION): string {
  return hand === null ? words.nobodyNamed : words.hand(hand);
}
