import type { Claim } from '@/lib/claims/claim';
import { type Merged, type MergeValues, mergeValues, takeFields, toSeen } from '@/lib/claims/merge-values';

/** What to write, and what of it would overwrite something that changed since the person began (`merged.clashes`). */
export type Rebased = { readonly values: MergeValues; readonly merged: Merged };

/**
 * What a person changed of a claim while it was open before them, put onto the claim as it is now: fields they left alone
 * are what they are now, not what they were.
 *
 * @param base the claim as it was when they began
 * @param mine the tag and parts as they left them
 */
export function rebase(base: Claim, current: Claim, mine: MergeValues): Rebased {
  const merged = mergeValues(toSeen(base, mine.details), mine, current);
  return { values: takeFields(current, mine, [...merged.mine, ...merged.clashes]), merged };
}
