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
  /** Where it leads. An event that takes a step back leads to where that step began; here is where that usually is. */
  readonly to: ClaimState;
  /** The steps it takes back: whichever of them stands (standing-step.ts). */
  readonly takesBack: readonly ClaimEvent[];
  /** Whether the person must say why. */
  readonly reason: 'required' | 'none';
};

export const TRANSITIONS: Readonly<Record<ClaimEvent, EventFacts>> = {
  submit: { from: ['draft', 'returned', 'reopened'], to: 'submitted', takesBack: [], reason: 'none' },
  withdraw: { from: ['submitted'], to: 'draft', takesBack: ['submit'], reason: 'none' },
  approve: { from: ['submitted'], to: 'approved', takesBack: [], reason: 'none' },
  return: { from: ['submitted'], to: 'returned', takesBack: [], reason: 'required' },
  reject: { from: ['submitted'], to: 'rejected', takesBack: [], reason: 'required' },
  reopen: { from: ['approved'], to: 'reopened', takesBack: [], reason: 'none' },
  undo_decision: {
    from: ['approved', 'returned', 'rejected'],
    to: 'submitted',
    takesBack: ['approve', 'return', 'reject'],
    reason: 'none',
  },
};

/** The step by which a claim stands where it stands: what an event may take back. */
export type Standing = { readonly event: ClaimEvent; readonly from: ClaimState };

/**
 * The state after `event`, or null where the table has no such step. `standing` says what a step back takes back: a
 * claim that was returned, handed in again and withdrawn is returned, with the editor's question. Without it (a page
 * that does not know the history) the event leads where it usually does.
 */
export function nextState(state: ClaimState, event: ClaimEvent, standing: Standing | null = null): ClaimState | null {
  const { from, to, takesBack } = TRANSITIONS[event];
  if (!from.includes(state)) return null;
  return standing !== null && takesBack.includes(standing.event) ? standing.from : to;
}

/**
 * The event that an edit of a claim in `state` brings with it: an approved claim is reopened.
 * Every other state stays as it is.
 */
export function eventOfEdit(state: ClaimState): ClaimEvent | null {
  return state === 'approved' ? 'reopen' : null;
}
