import type { Chain } from '@/lib/attribution/chain';
import type { OriginGroup } from '@/lib/attribution/origin-group';
import { originsOf } from '@/lib/attribution/origins';
import { type SourceType, toSourceClass } from '@/lib/attribution/source-type';
import type { Finding } from '@/lib/claims/finding';
import type { RelationKind } from '@/lib/claims/relation';
import { tieOutcomes } from './outcome-ties';
import type { CheckedClaim } from './track-record';

/** A claim as it is needed to count outcomes. Those without a finding count for none, but they tie origins together. */
export type CountedClaim = {
  readonly id: string;
  readonly articleId: string;
  readonly sourceType: SourceType;
  readonly chain: Chain;
  readonly relations: readonly { readonly kind: RelationKind; readonly claimId: string }[];
  readonly finding: Pick<Finding, 'contentCheck' | 'attributionCheck'> | null;
  /** When it was marked. A finding bears no date of its own. */
  readonly at: Date;
};

/**
 * The claims that were checked, with the keys that make several claims of one origin one outcome (outcome-ties.ts). An
 * origin never reaches beyond its article. Where nobody stands behind a claim its origin is its own.
 *
 * @param claims every live claim of the articles concerned, or ties that run through the others are missed
 * @param groups the origin groups of these articles
 * Linear in claims, links and relations.
 */
export function toCheckedClaims(claims: readonly CountedClaim[], groups: readonly OriginGroup[]): readonly CheckedClaim[] {
  const articles = new Map<string, { claims: CountedClaim[]; groups: OriginGroup[] }>();
  for (const claim of claims) {
    const article = articles.get(claim.articleId) ?? { claims: [], groups: [] };
    article.claims.push(claim);
    articles.set(claim.articleId, article);
  }
  for (const group of groups) articles.get(group.articleId)?.groups.push(group);
  return [...articles.values()].flatMap((article) => checkedOf(article.claims, article.groups));
}

function checkedOf(claims: readonly CountedClaim[], groups: readonly OriginGroup[]): readonly CheckedClaim[] {
  const { byClaim } = originsOf(claims, groups);
  // The first claim of an origin names it: an id of its own, the same for all that lean on it.
  const tied = tieOutcomes(claims.map(({ id, relations }) => ({ id, relations, originKey: byClaim.get(id)?.claimIds[0] ?? id })));
  return claims.flatMap(({ id, articleId, sourceType, finding, at }) => {
    const keys = tied.get(id);
    if (finding === null || keys === undefined) return [];
    const { contentCheck, attributionCheck } = finding;
    return [{ claimId: id, articleId, ...keys, contentCheck, attributionCheck, at, sourceClass: toSourceClass(sourceType) }];
  });
}
