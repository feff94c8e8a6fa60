import type { OriginGroup } from '@/lib/attribution/origin-group';
import type { Claim } from '@/lib/claims/claim';
import type { Source } from '@/lib/sources/source';

/**
 * What of a desk's work may stand beside the claims of an export. A claim that is left out leaves nothing behind: not its
 * words in the note of a relation to it, not its sources in an origin group. That there is such a relation is kept.
 * Evidence that counts in a group which is not among `groups`, because it was deleted, counts in none.
 */
export function withoutOthers(claim: Claim, held: ReadonlySet<string>, groups: ReadonlySet<string>): Claim {
  return {
    ...claim,
    relations: claim.relations.map((relation) => (held.has(relation.claimId) ? relation : { ...relation, note: '' })),
    evidence: claim.evidence.map((piece) => (isOfAny(piece, groups) ? piece : { ...piece, originGroupId: null })),
  };
}

function isOfAny({ originGroupId }: Claim['evidence'][number], groups: ReadonlySet<string>): boolean {
  return originGroupId === null || groups.has(originGroupId);
}

/** Every source that the tags and chains name, by id. The first name counts: ids are canonical, so all are the same. */
export function sourcesOf(claims: readonly Pick<Claim, 'chain' | 'source'>[]): ReadonlyMap<string, Source> {
  const sources = new Map<string, Source>();
  for (const { chain, source } of claims) {
    for (const link of chain) if (link.source !== null && !sources.has(link.source.id)) sources.set(link.source.id, link.source);
    if (source !== null && !sources.has(source.id)) sources.set(source.id, source);
  }
  return sources;
}

/** The groups in which these claims have a source or a piece of evidence, each with those of its sources that they name. */
export function groupsOf(
  claims: readonly Pick<Claim, 'evidence'>[],
  sources: ReadonlyMap<string, Source>,
  groups: readonly OriginGroup[],
): readonly OriginGroup[] {
  const shown = new Set(claims.flatMap(({ evidence }) => evidence.map(({ originGroupId }) => originGroupId)));
  return groups
    .map((group) => ({ ...group, sourceIds: group.sourceIds.filter((id) => sources.has(id)) }))
    .filter(({ id, sourceIds }) => sourceIds.length > 0 || shown.has(id));
}
