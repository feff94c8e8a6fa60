import type { ClaimState } from './claim-state';

/**
 * The life of a claim, in one table: which event takes it from which states to which state.
 *
 *     draft -> submitted -> approved | returned | rejected
 *     returned -> submitted      approved -> reopened -> submitted
 *
 * `withdraw` and `undo_decision` take a step back and are recorded as steps of their own;
 * nothing is ever removed from a claim's history. Who may cause an event is not said here:
 * that is lib/permissions/permissions.ts.
 */
export const CLAIM_EVENTS = ['submit', 'withdraw', 'approve', 'return', 'reject', 'reopen', 'undo_decision'] as const;
export type ClaimEvent = (typeof CLAIM_EVENTS)[number];

type EventFacts = {
  readonly from: readonly ClaimState[];
  readonly to: ClaimState;
  /** Whether the person must say why. */
  readonly reason: 'required' | 'none';
};

export const TRANSITIONS: Readonly<Record<ClaimEvent, EventFacts>> = {
  submit: { from: ['draft', 'returned', 'reopened'], to: 'submitted', reason: 'none' },
  withdraw: { from: ['submitted'], to: 'draft', reason: 'none' },
  approve: { from: ['submitted'], to: 'approved', reason: 'none' },
  return: { from: ['submitted'], to: 'returned', reason: 'required' },
  reject: { from: ['submitted'], to: 'rejected', reason: 'required' },
  reopen: { from: ['approved'], to: 'reopened', reason: 'none' },
  undo_decision: { from: ['approved', 'returned', 'rejected'], to: 'submitted', reason: 'none' },
};

/** The events an editor decides with. */
export const DECISIONS = ['approve', 'return', 'reject'] as const satisfies readonly ClaimEvent[];
export type Decision = (typeof DECISIONS)[number];

/** The state after `event`, or null where the table has no such step. */
export function nextState(state: ClaimState, event: ClaimEvent): ClaimState | null {
  const facts = TRANSITIONS[event];
  return facts.from.includes(state) ? facts.to : null;
}

/**
 * The event that an edit of a claim in `state` brings with it: an approved claim is reopened.
 * Every other state stays as it is.
 */
export function eventOfEdit(state: ClaimState): ClaimEvent | null {
  return state === 'approved' ? 'reopen' : null;
}
