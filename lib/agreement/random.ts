/** Numbers from 0 up to, but not including, 1. */
export type Random = () => number;

/**
 * Chance that is the same on every run: what is sampled can be checked by anybody. xorshift32 (Marsaglia, "Xorshift RNGs",
 * Journal of Statistical Software 8, 2003), its state set apart for neighbouring seeds by Knuth's multiplicative hash.
 *
 * @param seed any whole number
 */
export function createRandom(seed: number): Random {
  let state = (Math.imul(seed, 2654435761) ^ 0x9e3779b9) | 0 || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}
