import type { ClaimState } from '@/lib/claims/claim-state';
import type { ClaimEvent } from '@/lib/claims/transitions';
import type { PersonRef } from '@/lib/kernel/person';

/**
 * One step in a claim's life, as it happened. `reason` is empty where the event asks for none;
 * `claimVersion` is the claim's version after the step.
 */
export type ClaimTransition = {
  readonly id: string;
  readonly claimId: string;
  readonly event: ClaimEvent;
  readonly from: ClaimState;
  readonly to: ClaimState;
  readonly actor: PersonRef;
  readonly at: Date;
  readonly reason: string;
  readonly claimVersion: number;
};

/** Orders steps as they happened: by time, then by id, which is time-ordered too. */
export function compareTransitions(a: ClaimTransition, b: ClaimTransition): number {
  const byTime = a.at.getTime() - b.at.getTime();
  if (byTime !== 0) return byTime;
  if (a.id === b.id) return 0;
  return a.id < b.id ? -1 : 1;
}

/**
 * The step by which a claim stands approved now, or null when it does not. `history` holds the steps of one
 * claim in any order: the last is the one with the highest version, also where a server's clock was set back.
 */
export function findApproval(history: readonly ClaimTransition[]): ClaimTransition | null {
  const last = history.reduce<ClaimTransition | null>(
    (best, step) => (best === null || step.claimVersion > best.claimVersion ? step : best),
    null,
  );
  return last?.to === 'approved' ? last : null;
}
