import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  answer,
  decide,
  decisionsRefused,
  dismiss,
  EMPTY_TRIAGE,
  keepReading,
  lastDone,
  markSending,
  nextToSend,
  postpone,
  refuse,
  type Triage,
  turnPage,
  undo,
} from '@/components/review/triage/triage';
import { appError } from '@/lib/kernel/app-error';
import { APPROVE, at, itemOf, later } from './queue-items';

const one = itemOf(1);
const two = itemOf(2);
const stuck = { kind: 'unreachable', message: 'The server cannot be reached.' } as const;

function approved(triage: Triage, item: typeof one, key: string): Triage {
  return decide(triage, { key, item, act: APPROVE });
}

describe('deciding', () => {
  it('puts the decision behind the earlier ones, on the version that was seen', () => {
    const triage = approved(approved(EMPTY_TRIAGE, one, 'a'), two, 'b');
    expect(triage.outbox.map(({ key, version, state }) => [key, version, state])).toEqual([
      ['a', 2, 'waiting'],
      ['b', 2, 'waiting'],
    ]);
  });

  it('lets one act go at a time, the oldest first', () => {
    let triage = approved(approved(EMPTY_TRIAGE, one, 'a'), two, 'b');
    expect(nextToSend(triage)?.key).toBe('a');
    triage = markSending(triage, 'a');
    expect(nextToSend(triage)).toBeNull();
    triage = answer(triage, 'a', later(one, 'approved'));
    expect(nextToSend(triage)?.key).toBe('b');
  });

  it('keeps what got no answer, under the same key and before the others', () => {
    const triage = postpone(markSending(approved(approved(EMPTY_TRIAGE, one, 'a'), two, 'b'), 'a'), 'a', stuck);
    expect(nextToSend(triage)).toMatchObject({ key: 'a', attempts: 1, trouble: stuck });
  });

  it('tells what came of it only when the server has answered', () => {
    const sent = markSending(approved(EMPTY_TRIAGE, one, 'a'), 'a');
    expect(sent.outcome).toBeNull();
    expect(answer(sent, 'a', later(one, 'approved')).outcome).toMatchObject({ kind: 'answered', act: APPROVE, claim: { version: 3 } });
  });

  it('ignores an answer it does not wait for', () => {
    expect(answer(EMPTY_TRIAGE, 'a', later(one, 'approved'))).toBe(EMPTY_TRIAGE);
    expect(refuse(EMPTY_TRIAGE, 'a', appError('FORBIDDEN'))).toBe(EMPTY_TRIAGE);
  });
});

describe('undoing', () => {
  it('does nothing when nothing was decided', () => {
    expect(undo(EMPTY_TRIAGE, 'z')).toBe(EMPTY_TRIAGE);
  });

  it('drops a decision that was never sent', () => {
    const triage = undo(approved(markSending(approved(EMPTY_TRIAGE, one, 'a'), 'a'), two, 'b'), 'z');
    expect(triage.outbox.map(({ key }) => key)).toEqual(['a']);
    expect(triage.outcome).toMatchObject({ kind: 'dropped', claim: { number: 2 } });
  });

  it('waits for the answer of a decision under way, and takes the version from it', () => {
    let triage = undo(markSending(approved(EMPTY_TRIAGE, one, 'a'), 'a'), 'z');
    expect(triage.outbox.map(({ key, version }) => [key, version])).toEqual([
      ['a', 2],
      ['z', null],
    ]);
    triage = answer(triage, 'a', later(one, 'approved'));
    expect(nextToSend(triage)).toMatchObject({ key: 'z', version: 3, act: { kind: 'undo' } });
  });

  it('undoes with a request a decision that was sent without an answer, since it may have been applied', () => {
    const triage = undo(postpone(markSending(approved(EMPTY_TRIAGE, one, 'a'), 'a'), 'a', stuck), 'z');
    expect(triage.outbox.map(({ key }) => key)).toEqual(['a', 'z']);
  });

  it('takes the version that the answered decision returned', () => {
    const triage = undo(answer(markSending(approved(EMPTY_TRIAGE, one, 'a'), 'a'), 'a', later(one, 'approved')), 'z');
    expect(nextToSend(triage)).toMatchObject({ key: 'z', version: 3 });
  });

  it('goes back through the decisions, the last one first', () => {
    let triage = approved(approved(EMPTY_TRIAGE, one, 'a'), two, 'b');
    expect(lastDone(triage)?.key).toBe('b');
    triage = undo(triage, 'y');
    expect(lastDone(triage)?.key).toBe('a');
    expect(lastDone(undo(triage, 'z'))).toBeNull();
  });

  it('lets the claim be decided again before the undo is answered', () => {
    let triage = answer(markSending(approved(EMPTY_TRIAGE, one, 'a'), 'a'), 'a', later(one, 'approved'));
    triage = approved(markSending(undo(triage, 'z'), 'z'), one, 'c');
    expect(at(triage.outbox, 1)).toMatchObject({ key: 'c', version: null });
    triage = answer(triage, 'z', later(one, 'submitted', 2));
    expect(nextToSend(triage)).toMatchObject({ key: 'c', version: 4 });
  });
});

describe('a refusal', () => {
  it('brings a notice with the reason, and takes the decision out of what can be undone', () => {
    const triage = refuse(markSending(approved(EMPTY_TRIAGE, one, 'a'), 'a'), 'a', appError('FOUR_EYES'));
    expect(triage.outbox).toEqual([]);
    expect(triage.notices.get(one.claim.id)).toEqual({
      key: 'a',
      item: one,
      act: APPROVE,
      message: 'Four eyes: nobody approves a claim they made or edited.',
    });
    expect(lastDone(triage)).toBeNull();
    expect(triage.outcome).toMatchObject({ kind: 'refused' });
  });

  it('of a stale version carries the claim as it is now', () => {
    const current = { ...later(one, 'submitted', 2), note: 'newer' };
    const triage = refuse(markSending(approved(EMPTY_TRIAGE, one, 'a'), 'a'), 'a', appError('STALE', undefined, { current }));
    expect(triage.notices.get(one.claim.id)).toMatchObject({ current });
    expect(triage.known.get(one.claim.id)).toBe(current);
  });

  it('of a deleted claim says that there is none', () => {
    const triage = refuse(markSending(approved(EMPTY_TRIAGE, one, 'a'), 'a'), 'a', appError('STALE', 'Deleted.', { current: null }));
    expect(triage.notices.get(one.claim.id)).toMatchObject({ current: null });
    expect(triage.known.get(one.claim.id)).toBeNull();
  });

  it('takes the later acts on the same claim with it, and no others', () => {
    let triage = markSending(approved(EMPTY_TRIAGE, one, 'a'), 'a');
    triage = approved(triage, two, 'b');
    triage = undo(undo(triage, 'y'), 'z');
    triage = approved(triage, two, 'c');
    expect(triage.outbox.map(({ key }) => key)).toEqual(['a', 'z', 'c']);
    expect(refuse(triage, 'a', appError('FORBIDDEN')).outbox.map(({ key }) => key)).toEqual(['c']);
  });

  it('stays listed while others are answered after it, unless it refused an undo', () => {
    let triage = markSending(approved(approved(EMPTY_TRIAGE, one, 'a'), two, 'b'), 'a');
    triage = answer(markSending(refuse(triage, 'a', appError('FORBIDDEN')), 'b'), 'b', later(two, 'approved'));
    expect(decisionsRefused(triage).map(({ item }) => item.claim.number)).toEqual([1]);
    triage = refuse(markSending(undo(triage, 'z'), 'z'), 'z', appError('FORBIDDEN'));
    expect(decisionsRefused(triage).map(({ item }) => item.claim.number)).toEqual([1]);
    expect(decisionsRefused(dismiss(triage, one.claim.id))).toEqual([]);
  });

  it('goes with the next decision on the claim, or when it was read', () => {
    const triage = refuse(markSending(approved(EMPTY_TRIAGE, one, 'a'), 'a'), 'a', appError('FORBIDDEN'));
    expect(dismiss(triage, one.claim.id).notices.size).toBe(0);
    expect(approved(triage, one, 'b').notices.size).toBe(0);
    expect(dismiss(EMPTY_TRIAGE, one.claim.id).notices).toBe(EMPTY_TRIAGE.notices);
  });
});

describe('a claim that is read while the page is asked for again', () => {
  it('is remembered until another one is read, unless something was done with it', () => {
    const reading = keepReading(EMPTY_TRIAGE, one);
    expect([...reading.remembered.keys()]).toEqual([one.claim.id]);
    expect(keepReading(reading, one)).toBe(reading);
    expect([...keepReading(reading, two).remembered.keys()]).toEqual([two.claim.id]);
    expect([...keepReading(approved(reading, one, 'a'), two).remembered.keys()]).toEqual([one.claim.id, two.claim.id]);
  });

  it('does not make anything forgotten that was remembered before it was read', () => {
    const done = answer(markSending(approved(EMPTY_TRIAGE, one, 'a'), 'a'), 'a', later(one, 'approved'));
    expect([...keepReading(keepReading(done, one), two).remembered.keys()]).toEqual([one.claim.id, two.claim.id]);
  });
});

describe('turning the page', () => {
  it('leaves behind the claims with nothing open', () => {
    let triage = answer(markSending(approved(EMPTY_TRIAGE, one, 'a'), 'a'), 'a', later(one, 'approved'));
    triage = approved(triage, two, 'b');
    expect([...turnPage(triage).remembered.keys()]).toEqual([two.claim.id]);
  });

  it('can still undo what was decided before it', () => {
    const triage = turnPage(answer(markSending(approved(EMPTY_TRIAGE, one, 'a'), 'a'), 'a', later(one, 'approved')));
    expect(undo(triage, 'z').remembered.get(one.claim.id)).toBe(one);
  });
});

describe('any sequence of acts and answers', () => {
  const step = fc.record({
    do: fc.constantFrom('decide', 'undo', 'send', 'fail', 'answer', 'refuse'),
    claim: fc.integer({ min: 0, max: 2 }),
  });

  it('sends at most one act at a time, in order, and never one whose version is not known', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (sequence) => {
        const items = [itemOf(1), itemOf(2), itemOf(3)];
        let triage = EMPTY_TRIAGE;
        let keys = 0;
        const sent: number[] = [];
        for (const { do: what, claim } of sequence) {
          const under = triage.outbox.find(({ state }) => state === 'sending');
          if (what === 'decide') triage = decide(triage, { key: String(++keys), item: at(items, claim), act: APPROVE });
          if (what === 'undo') triage = undo(triage, String(++keys));
          const next = nextToSend(triage);
          if (what === 'send' && next !== null) {
            expect(next.version).not.toBeNull();
            if (next.attempts === 0) sent.push(Number(next.key));
            triage = markSending(triage, next.key);
          }
          if (under === undefined) continue;
          if (what === 'fail') triage = postpone(triage, under.key, stuck);
          if (what === 'refuse') triage = refuse(triage, under.key, appError('FORBIDDEN'));
          const version = (under.version ?? 0) + 1;
          if (what === 'answer')
            triage = answer(triage, under.key, {
              ...under.item.claim,
              version,
              state: under.act.kind === 'undo' ? 'submitted' : 'approved',
            });
          expect(triage.outbox.filter(({ state }) => state === 'sending').length).toBeLessThan(2);
        }
        expect(sent).toEqual([...sent].sort((a, b) => a - b));
      }),
    );
  });
});
