import { CLAIM_EVENTS, type ClaimEvent } from '@/lib/claims/transitions';
import type { ClaimTransition } from '@/lib/review/history';

/** The steps of some claims in short: how many of each kind, in the order of CLAIM_EVENTS, and when the first and the last were. */
export type StepSummary = {
  readonly byEvent: readonly { readonly event: ClaimEvent; readonly count: number }[];
  /** Null where there are no steps. */
  readonly period: { readonly from: Date; readonly to: Date } | null;
};

/** @param transitions oldest first. Kinds that did not happen are left out. Linear. */
export function summarizeSteps(transitions: readonly Pick<ClaimTransition, 'event' | 'at'>[]): StepSummary {
  const counts = new Map<ClaimEvent, number>();
  for (const { event } of transitions) counts.set(event, (counts.get(event) ?? 0) + 1);
  const [first, last] = [transitions[0], transitions.at(-1)];
  return {
    byEvent: CLAIM_EVENTS.flatMap((event) => ({ event, count: counts.get(event) ?? 0 })).filter(({ count }) => count > 0),
    period: first === undefined || last === undefined ? null : { from: first.at, to: last.at },
  };
}
