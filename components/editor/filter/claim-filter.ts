import { SOURCE_CLASSES, type SourceClass, toSourceClass } from '@/lib/attribution/source-type';
import { CLAIM_STATES, type ClaimState } from '@/lib/claims/claim-state';
import { FLAGS, type Flag } from '@/lib/claims/flag';
import type { ShownClaim } from '../outbox/overlay';

/** Which claims the margin lists: of each kind any of those chosen, all where none is. */
export type ClaimFilter = {
  readonly classes: readonly SourceClass[];
  readonly states: readonly ClaimState[];
  /** Ids of those who made them. */
  readonly people: readonly string[];
  readonly flags: readonly Flag[];
};

export const NO_FILTER: ClaimFilter = { classes: [], states: [], people: [], flags: [] };

export function isFiltering({ classes, states, people, flags }: ClaimFilter): boolean {
  return classes.length + states.length + people.length + flags.length > 0;
}

/**
 * The claims a filter leaves, in their order; the very same list where it asks for nothing. What is held back because it
 * is not saved stays: nobody should lose sight of that. Linear.
 *
 * @param flagsOf the flags that stand on a claim
 */
export function listedClaims(
  claims: readonly ShownClaim[],
  filter: ClaimFilter,
  flagsOf: (claim: ShownClaim) => readonly Flag[],
): readonly ShownClaim[] {
  if (!isFiltering(filter)) return claims;
  const { classes, states, people, flags } = filter;
  return claims.filter(
    (claim) =>
      claim.held !== undefined ||
      (isAmong(classes, toSourceClass(claim.sourceType)) &&
        isAmong(states, claim.state) &&
        isAmong(people, claim.createdBy.id) &&
        (flags.length === 0 || flagsOf(claim).some((flag) => flags.includes(flag)))),
  );
}

function isAmong<Value>(chosen: readonly Value[], value: Value): boolean {
  return chosen.length === 0 || chosen.includes(value);
}

/** The filter an address names; names nobody knows are left out, so that an old link still opens. */
export function parseFilter(params: URLSearchParams): ClaimFilter {
  const listOf = (name: string) => (params.get(name) ?? '').split(',').filter(Boolean);
  return {
    classes: SOURCE_CLASSES.filter((one) => listOf('class').includes(one)),
    states: CLAIM_STATES.filter((one) => listOf('state').includes(one)),
    people: listOf('by').slice(0, 50),
    flags: FLAGS.filter((one) => listOf('flag').includes(one)),
  };
}

/** The filter as parts of an address; null where nothing is chosen. */
export function toParams({
  classes,
  states,
  people,
  flags,
}: ClaimFilter): Readonly<Record<'class' | 'state' | 'by' | 'flag', string | null>> {
  const text = (values: readonly string[]) => (values.length === 0 ? null : values.join(','));
  return { class: text(classes), state: text(states), by: text(people), flag: text(flags) };
}
