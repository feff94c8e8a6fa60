import type { Claim } from '@/lib/claims/claim';
import type { Details } from '@/lib/claims/details/details';
import type { PersonRef } from '@/lib/kernel/person';

/**
 * A checker's claim as adjudication looks at it: what they said, without what became of it since. A `Claim` is one. The
 * consensus claim keeps links to its parents; a decision is about them in these versions.
 */
export type Parent = Pick<Claim, 'id' | 'version' | 'number' | 'spans' | 'sourceType' | 'source' | 'confidence' | 'note'> &
  Details & { readonly createdBy: PersonRef };

/** A claim without what adjudication does not look at: a page is given no more of it. */
export function toParent(claim: Claim): Parent {
  const { id, version, number, spans, sourceType, source, confidence, note, chain, finding, evidence, flags, relations, createdBy } = claim;
  return { id, version, number, spans, sourceType, source, confidence, note, chain, finding, evidence, flags, relations, createdBy };
}

/** One claim in one version. */
export type ParentRef = { readonly id: string; readonly version: number };

export function toParentRef({ id, version }: ParentRef): ParentRef {
  return { id, version };
}

/** The same for the same claims in the same versions, in any order, and for nothing else. */
export function keyOf(parents: readonly ParentRef[]): string {
  return parents
    .map(({ id, version }) => `${id}@${version}`)
    .sort()
    .join(' ');
}
