import { createUnionFind } from '@/lib/attribution/union-find';
import type { Relation } from '@/lib/claims/relation';

/** Which origin a claim leans on and what it asserts: claims with the same two keys are one outcome of a track record. */
export type OutcomeKeys = { readonly originKey: string; readonly assertionKey: string };

/** Both keys as one string, the same for claims that are one outcome; as JSON, so that neither can run into the other. */
export function outcomeKey({ originKey, assertionKey }: OutcomeKeys): string {
  return JSON.stringify([originKey, assertionKey]);
}

export type TiedClaim = {
  readonly id: string;
  /** Its origin group, or what else tells its origin from others; nobody's judgement, so two keys may still be one origin. */
  readonly originKey: string;
  readonly relations: readonly Pick<Relation, 'kind' | 'claimId'>[];
};

/**
 * The keys of each claim, by claim id. Claims of one origin which restate each other assert one thing; claims tied as
 * `same_origin` are one outcome whatever their origin keys say, because a person looked and tied them. Both ties reach
 * on: when A restates B and B restates C, A and C are one. A restatement by another origin is an outcome of its own.
 * Contradiction and tension tie nothing. Relations to claims that are not given are passed over, and either claim of a
 * pair may carry it. The keys of a tie are those of its claim given first, so that they do not hang on the order of relations.
 *
 * Costs time in proportion to claims and relations.
 */
export function tieOutcomes(claims: readonly TiedClaim[]): ReadonlyMap<string, OutcomeKeys> {
  const origins = new Map(claims.map(({ id, originKey }) => [id, originKey]));
  const ties = createUnionFind();
  for (const { id, originKey, relations } of claims) {
    ties.add(id);
    for (const { kind, claimId } of relations) {
      if (!origins.has(claimId)) continue;
      if (kind === 'same_origin' || (kind === 'restates' && origins.get(claimId) === originKey)) ties.union(id, claimId);
    }
  }
  const keys = new Map<number | null, OutcomeKeys>();
  return new Map(
    claims.map(({ id, originKey }) => {
      const tie = ties.find(id);
      const own = keys.get(tie) ?? { originKey, assertionKey: id };
      keys.set(tie, own);
      return [id, own];
    }),
  );
}
