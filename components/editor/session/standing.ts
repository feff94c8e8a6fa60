import { type Corroboration, supportsOf } from '@/lib/attribution/corroboration';
import type { OriginGroup } from '@/lib/attribution/origin-group';
import { type Origins, originsOf } from '@/lib/attribution/origins';
import { byPlace } from '@/lib/claims/claim';
import { differingParts } from '@/lib/claims/detail-values';
import { type FlagContext, flagContextOf } from '@/lib/claims/flags';
import { type Relation, relationsBothWays } from '@/lib/claims/relation';
import type { ShownClaim } from '../outbox/overlay';
import type { Tally } from './tally';

/**
 * What a claim cannot know of itself: how others bear on it, what it shares with them. Each is worked out when it is first
 * asked for, once for a list of claims, and taken over by the next list as long as nothing it depends on has changed.
 */
export type Standing = {
  readonly relations: () => ReadonlyMap<string, readonly Relation[]>;
  readonly flagContext: () => FlagContext;
  readonly origins: () => Origins;
  /** At most so many origins behind one claim; null where the claim is not in the list. */
  readonly corroboration: (claimId: string) => Corroboration | null;
};

type Shown = { readonly find: (claimId: string) => ShownClaim | null } & Pick<Tally, 'relating'>;

/** Gives the standing of a list of claims. A list like the one before costs one pass over it. */
export function createStandings(groups: readonly OriginGroup[], { find, relating }: Shown): (claims: readonly ShownClaim[]) => Standing {
  let last: { readonly claims: readonly ShownClaim[]; readonly standing: Standing } | null = null;
  return (claims) => {
    if (last !== null && (last.claims === claims || isSame(last.claims, claims))) return last.standing;
    last = { claims, standing: createStanding(claims, groups, { find, relating }) };
    return last.standing;
  };
}

function createStanding(claims: readonly ShownClaim[], groups: readonly OriginGroup[], { find, relating }: Shown): Standing {
  const origins = once(() => originsOf(claims, groups));
  const supports = once(() => supportsOf(claims, origins()));
  return {
    relations: once(() => relationsBothWays(related(relating(), find))),
    flagContext: once(() => flagContextOf(claims)),
    origins,
    corroboration(claimId) {
      return find(claimId) === null ? null : supports().count(claimId);
    },
  };
}

/** The claims that have relations, in text order, and those they lead to. */
function related(relating: ReadonlySet<ShownClaim>, find: Shown['find']): readonly ShownClaim[] {
  const found = new Set<ShownClaim>();
  for (const claim of [...relating].sort(byPlace)) {
    found.add(claim);
    for (const { claimId } of claim.relations) {
      const other = find(claimId);
      if (other !== null) found.add(other);
    }
  }
  return [...found];
}

/** Sent, answered or renumbered: nothing of that changes where a claim comes from. Most claims are the very same objects. */
function isSame(before: readonly ShownClaim[], after: readonly ShownClaim[]): boolean {
  return before.length === after.length && before.every((claim, at) => claim === after[at] || saysTheSame(claim, after[at] as ShownClaim));
}

function saysTheSame(claim: ShownClaim, { id, chain, relations, evidence }: ShownClaim): boolean {
  const same = claim.id === id && claim.chain === chain && claim.relations === relations && claim.evidence === evidence;
  return same || (claim.id === id && differingParts(claim, { chain, relations, evidence }).length === 0);
}

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
