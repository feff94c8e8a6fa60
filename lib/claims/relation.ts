import { CLAIMS } from '@/lib/frame/en/claims';

/** How two claims of one article bear on each other. All four are symmetric; each is kept once, with the claim it was drawn from. */
export const RELATIONS = ['contradicts', 'tension', 'restates', 'same_origin'] as const;
export type RelationKind = (typeof RELATIONS)[number];

export type Relation = { readonly kind: RelationKind; readonly claimId: string; readonly note: string };

type Related = { readonly id: string; readonly relations: readonly Relation[] };

/**
 * Every claim's relations from its own side, by its id: those drawn from it, then those drawn to it, with the other claim
 * as `claimId`. One that was drawn from both sides is listed once on each, with its own side's note. A relation of a claim
 * with itself, or with one that is not among `claims`, is left out. Linear.
 */
export function relationsBothWays(claims: readonly Related[]): ReadonlyMap<string, readonly Relation[]> {
  const sides = new Map<string, Map<string, Relation>>(claims.map(({ id }) => [id, new Map()]));
  const put = (id: string, relation: Relation) => {
    const side = sides.get(id);
    const key = `${relation.kind} ${relation.claimId}`;
    if (side !== undefined && !side.has(key)) side.set(key, relation);
  };
  const drawn = claims.flatMap(({ id, relations }) => relations.map((relation) => ({ id, relation })));
  const sound = drawn.filter(({ id, relation }) => relation.claimId !== id && sides.has(relation.claimId));
  for (const { id, relation } of sound) put(id, relation);
  for (const { id, relation } of sound) put(relation.claimId, { ...relation, claimId: id });
  return new Map([...sides].map(([id, side]) => [id, [...side.values()]]));
}

export const RELATION_FACTS: Readonly<Record<RelationKind, { readonly label: string; readonly sign: string }>> = {
  contradicts: { label: CLAIMS.relations.contradicts, sign: '≠' },
  tension: { label: CLAIMS.relations.tension, sign: '~' },
  restates: { label: CLAIMS.relations.restates, sign: '=' },
  same_origin: { label: CLAIMS.relations.same_origin, sign: '◐' },
};

export const RELATIONS_MAX = 50;
