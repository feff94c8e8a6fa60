import type { ClaimPair } from '@/lib/provenance/label';

/** One claim and those that do not fit with it. */
export type Mismatch = { readonly centre: string; readonly others: readonly string[] };

/**
 * Pairs gathered around as few claims as it takes: the claim that is in most of them first, with all its partners, then
 * the same with what is left. Among equals the claim that comes first. Each pair is in the result once. Costs pairs times
 * results; articles have few of either.
 */
export function gatherPairs(pairs: readonly ClaimPair[]): readonly Mismatch[] {
  const found: Mismatch[] = [];
  let left = pairs;
  while (left.length > 0) {
    const counts = new Map<string, number>();
    for (const id of left.flat()) counts.set(id, (counts.get(id) ?? 0) + 1);
    const [centre] = [...counts].reduce((most, one) => (one[1] > most[1] ? one : most));
    const own = left.filter((pair) => pair.includes(centre));
    found.push({ centre, others: own.map(([a, b]) => (a === centre ? b : a)) });
    left = left.filter((pair) => !pair.includes(centre));
  }
  return found;
}
