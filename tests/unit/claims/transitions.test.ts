import { describe, expect, it } from 'vitest';
import { CLAIM_STATES, type ClaimState } from '@/lib/claims/claim-state';
import { CLAIM_EVENTS, type ClaimEvent, DECISIONS, eventOfEdit, nextState, TRANSITIONS } from '@/lib/claims/transitions';

/** Where each event leads from each state, as the product's description has it; '' where it leads nowhere. */
const TABLE: Readonly<Record<ClaimState, Readonly<Record<ClaimEvent, ClaimState | ''>>>> = {
  draft: { submit: 'submitted', withdraw: '', approve: '', return: '', reject: '', reopen: '', undo_decision: '' },
  submitted: { submit: '', withdraw: 'draft', approve: 'approved', return: 'returned', reject: 'rejected', reopen: '', undo_decision: '' },
  returned: { submit: 'submitted', withdraw: '', approve: '', return: '', reject: '', reopen: '', undo_decision: 'submitted' },
  approved: { submit: '', withdraw: '', approve: '', return: '', reject: '', reopen: 'reopened', undo_decision: 'submitted' },
  rejected: { submit: '', withdraw: '', approve: '', return: '', reject: '', reopen: '', undo_decision: 'submitted' },
  reopened: { submit: 'submitted', withdraw: '', approve: '', return: '', reject: '', reopen: '', undo_decision: '' },
};

describe('the transition table', () => {
  it('has a row for every state and a column for every event', () => {
    expect(Object.keys(TABLE)).toEqual([...CLAIM_STATES]);
    for (const row of Object.values(TABLE)) expect(Object.keys(row)).toEqual([...CLAIM_EVENTS]);
  });

  const pairs = CLAIM_STATES.flatMap((state) => CLAIM_EVENTS.map((event) => [state, event, TABLE[state][event]] as const));

  it.each(pairs)('takes a %s claim by %s to “%s”', (state, event, expected) => {
    expect(nextState(state, event)).toBe(expected === '' ? null : expected);
  });

  it('reaches every state from a draft', () => {
    const reached = new Set<ClaimState>(['draft']);
    for (const state of reached) {
      for (const event of CLAIM_EVENTS) {
        const next = nextState(state, event);
        if (next !== null) reached.add(next);
      }
    }
    expect([...reached].sort()).toEqual([...CLAIM_STATES].sort());
  });

  it('leaves no claim stuck: every state has a step out of it', () => {
    for (const state of CLAIM_STATES)
      expect(
        CLAIM_EVENTS.some((event) => nextState(state, event) !== null),
        state,
      ).toBe(true);
  });

  it('approves only what was submitted', () => {
    const before = CLAIM_STATES.filter((state) => CLAIM_EVENTS.some((event) => nextState(state, event) === 'approved'));
    expect(before).toEqual(['submitted']);
  });

  it('asks for a reason to return and to reject, and for nothing else', () => {
    expect(CLAIM_EVENTS.filter((event) => TRANSITIONS[event].reason === 'required')).toEqual(['return', 'reject']);
  });

  it('lets every decision be taken back, and nothing else', () => {
    expect([...TRANSITIONS.undo_decision.from].sort()).toEqual(DECISIONS.map((event) => TRANSITIONS[event].to).sort());
  });
});

describe('an edit', () => {
  it('reopens an approved claim and moves no other', () => {
    expect(CLAIM_STATES.map((state) => [state, eventOfEdit(state)])).toEqual([
      ['draft', null],
      ['submitted', null],
      ['returned', null],
      ['approved', 'reopen'],
      ['rejected', null],
      ['reopened', null],
    ]);
  });
});
