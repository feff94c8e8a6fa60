import type { SourceType } from '@/lib/attribution/source-type';
import type { Claim } from '@/lib/claims/claim';
import type { ClaimState } from '@/lib/claims/claim-state';
import { flagsOf, type StandingFlag } from '@/lib/claims/flags';
import { RELATIONS, type RelationKind } from '@/lib/claims/relation';

/**
 * What the queue has to know of a claim's article, and a claim cannot know of itself: which other claims bear on it, from
 * whichever side that was drawn, and whether its chain is part of a circle. Asked for a page of claims at once (data.ts),
 * never for whole articles.
 */
export type Bearing = {
  /** Contradictions first, then in the order of RELATIONS; of one kind in the order of their numbers. At most RELATED_MAX. */
  readonly related: readonly Related[];
  /** How many there are beyond those. */
  readonly more: number;
  readonly circular: boolean;
  /** Why its credibility of 1 does not stand by now (credibility.ts), or null. */
  readonly gradeDoubt: string | null;
};

export type Related = { readonly kind: RelationKind; readonly note: string; readonly claim: RelatedClaim };

/** The other claim. `quote` is cut to QUOTE_MAX. */
export type RelatedClaim = {
  readonly id: string;
  readonly number: number;
  readonly sourceType: SourceType;
  readonly state: ClaimState;
  readonly quote: string;
};

export const NO_BEARING: Bearing = { related: [], more: 0, circular: false, gradeDoubt: null };

/** More than this nobody reads beside a claim; the article shows them all. */
export const RELATED_MAX = 20;
export const QUOTE_MAX = 400;

/** Relations as they are listed beside a claim. */
export function byBearing(a: { kind: RelationKind; number: number }, b: { kind: RelationKind; number: number }): number {
  return RELATIONS.indexOf(a.kind) - RELATIONS.indexOf(b.kind) || a.number - b.number;
}

/** The numbers of the claims that contradict it. */
export function contradictedBy({ related }: Bearing): readonly number[] {
  return related.filter(({ kind }) => kind === 'contradicts').map(({ claim }) => claim.number);
}

/** The claim's flags as they stand, without the rest of its article at hand. */
export function flagsBeside(claim: Claim, bearing: Bearing): readonly StandingFlag[] {
  const self = new Set([claim.id]);
  const none = new Set<string>();
  return flagsOf(claim, {
    contradicted: contradictedBy(bearing).length > 0 ? self : none,
    circular: bearing.circular ? self : none,
  });
}
