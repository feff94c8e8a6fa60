import type { ClaimPair } from '@/lib/provenance/label';

/** Claims that do not fit with one claim, to be shown beside it. */
export type PairGroup = { readonly centre: string; readonly others: readonly string[] };

/**
 * Pairs put together around the claims that most of them share, so that a claim which contradicts three others is shown
 * once and not three times. Each pair is in one group: that of the claim with more pairs, of equals the one named first.
 * Costs n log n in the pairs.
 */
export function groupPairs(pairs: readonly ClaimPair[]): readonly PairGroup[] {
  const partners = new Map<string, string[]>();
  for (const [a, b] of pairs) {
    for (const [one, other] of [[a, b] as const, [b, a] as const]) {
      const list = partners.get(one);
      if (list === undefined) partners.set(one, [other]);
      else list.push(other);
    }
  }
  const centres = [...partners].sort(([, a], [, b]) => b.length - a.length);
  const done = new Set<string>();
  return centres.flatMap(([centre, all]) => {
    const others = all.filter((other) => !done.has(other));
    done.add(centre);
    return others.length === 0 ? [] : [{ centre, others }];
  });
}
