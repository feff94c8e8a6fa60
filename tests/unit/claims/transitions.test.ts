import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CLAIM_STATES, type ClaimState } from '@/lib/claims/claim-state';
import { standingStep } from '@/lib/claims/standing-step';
import { CLAIM_EVENTS, type ClaimEvent, eventOfEdit, nextState, type Standing, TRANSITIONS } from '@/lib/claims/transitions';

/** Where each event leads from each state, as the product's description has it; '' where it leads nowhere. */
const TABLE: Readonly<Record<ClaimState, Readonly<Record<ClaimEvent, ClaimState | ''>>>> = {
  draft: { submit: 'submitted', withdraw: '', approve: '', return: '', reject: '', reopen: '', undo_decision: '' },
  submitted: { submit: '', withdraw: 'draft', approve: 'approved', return: 'returned', reject: 'rejected', reopen: '', undo_decision: '' },
  returned: { submit: 'submitted', withdraw: '', approve: '', return: '', reject: '', reopen: '', undo_decision: 'submitted' },
  approved: { submit: '', withdraw: '', approve: '', return: '', reject: '', reopen: 'reopened', undo_decision: 'submitted' },
  rejected: { submit: '', withdraw: '', approve: '', return: '', reject: '', reopen: '', undo_decision: 'submitted' },
  reopened: { submit: 'submitted', withdraw: '', approve: '', return: '', reject: '', reopen: '', undo_decision: '' },
};

const pairs = CLAIM_STATES.flatMap((state) => CLAIM_EVENTS.map((event) => [state, event, TABLE[state][event]] as const));

describe('the transition table', () => {
  it('has a row for every state and a column for every event', () => {
    expect(Object.keys(TABLE)).toEqual([...CLAIM_STATES]);
    for (const row of Object.values(TABLE)) expect(Object.keys(row)).toEqual([...CLAIM_EVENTS]);
  });

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
    const decisions = ['approve', 'return', 'reject'] as const;
    expect([...TRANSITIONS.undo_decision.from].sort()).toEqual(decisions.map((event) => TRANSITIONS[event].to).sort());
  });
});

describe('a step back', () => {
  /** Every step the table has, as something that may stand. */
  const STANDING: readonly Standing[] = CLAIM_EVENTS.flatMap((event) => TRANSITIONS[event].from.map((from) => ({ event, from })));

  it.each(pairs)('from a %s claim by %s leads elsewhere only where that takes back what stands', (state, event, expected) => {
    for (const standing of STANDING) {
      const back = TRANSITIONS[event].takesBack.includes(standing.event);
      const to = expected === '' ? null : back ? standing.from : expected;
      expect(nextState(state, event, standing), `${standing.event} from ${standing.from}`).toBe(to);
    }
  });

  it('leads a withdrawn claim back to where it was handed in from', () => {
    expect(TRANSITIONS.submit.from.map((from) => nextState('submitted', 'withdraw', { event: 'submit', from }))).toEqual([
      'draft',
      'returned',
      'reopened',
    ]);
  });

  it('takes back only steps that lead to where it begins', () => {
    for (const event of CLAIM_EVENTS) {
      const { from, takesBack } = TRANSITIONS[event];
      expect(
        takesBack.every((taken) => from.includes(TRANSITIONS[taken].to)),
        event,
      ).toBe(true);
    }
  });
});

describe('the step by which a claim stands', () => {
  it.each([
    ['', null],
    ['submit', 'submit'],
    ['submit return', 'return'],
    ['submit return submit', 'submit'],
    ['submit return submit withdraw', 'return'],
    ['submit return submit withdraw submit withdraw', 'return'],
    ['submit withdraw', null],
    ['submit reject undo_decision', 'submit'],
    ['submit return submit return undo_decision withdraw', 'return'],
    ['submit approve reopen submit withdraw', 'reopen'],
  ])('after “%s” is %s', (events, standing) => {
    const steps = events.split(' ').filter((event) => event !== '') as ClaimEvent[];
    expect(standingStep(steps.map((event) => ({ event })))?.event ?? null).toBe(standing);
  });

  it('leads to the state the claim is in, whatever legal steps were taken', () => {
    const step = fc.record({ event: fc.constantFrom(...CLAIM_EVENTS) });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (wanted) => {
        let state: ClaimState = 'draft';
        const steps: (Standing & { readonly to: ClaimState })[] = [];
        for (const { event } of wanted) {
          const to = nextState(state, event, standingStep(steps));
          if (to === null) continue;
          steps.push({ event, from: state, to });
          state = to;
          expect(standingStep(steps)?.to ?? 'draft').toBe(state);
        }
      }),
    );
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
