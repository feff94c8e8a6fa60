import { describe, expect, it } from 'vitest';
import { SEES_ALL } from '@/lib/assignments/sight';
import { canSee } from '@/lib/live/can-see';
import { type Message, parseCatchup, parseMessage, toEvent } from '@/lib/live/message';
import { parseSeq } from '@/lib/live/schema';
import { aClaim, aSpan, CHECKER, DESK, idOf } from '../../factories/report';

const claim = aClaim(1, [aSpan('The mayor said no.', 0, 9)], { note: 'Two\nlines: \u2028 and an emoji 👩‍👩‍👧' });

/** The data of an event as a browser's parser would give it (HTML Standard, 9.2.6). */
function dataOf(event: string): string {
  return event
    .split(/\r\n|\r|\n/)
    .filter((line) => line.startsWith('data: '))
    .map((line) => line.slice('data: '.length))
    .join('\n');
}

describe('a message', () => {
  const messages: readonly Message[] = [
    { kind: 'changes', seq: 7, claims: [claim], gone: [{ id: idOf('claim', 2), version: 3 }], talked: [idOf('claim', 4)] },
    { kind: 'again', seq: 8 },
    { kind: 'people', people: [CHECKER] },
    { kind: 'beat', seq: 9 },
    { kind: 'over', why: 'signed_out' },
  ];

  it.each(messages)('is the same after its way through a stream: $kind', (message) => {
    expect(parseMessage(dataOf(toEvent(message)))).toEqual(message);
  });

  it.each(messages)('is one event, with its place where it has one: $kind', (message) => {
    const event = toEvent(message);
    expect(event.split('\n\n').filter(Boolean)).toHaveLength(1);
    expect(/^id: (\d+)$/m.exec(event)?.[1]).toBe('seq' in message ? String(message.seq) : undefined);
  });

  it.each(['', '{', 'null', '{"kind":"dance"}', '{"kind":"changes","seq":1,"claims":[{}],"gone":[]}'])(
    'that is %j is left alone',
    (data) => {
      expect(parseMessage(data)).toBeNull();
    },
  );

  it('is not taken for the answer to a question', () => {
    expect(parseCatchup(JSON.parse(JSON.stringify({ seq: 1, whole: true, claims: [claim], gone: [], people: [] })))?.claims).toEqual([
      claim,
    ]);
    expect(parseCatchup({ kind: 'beat', seq: 1 })).toBeNull();
  });
});

describe('a place in the audit trail', () => {
  it.each([
    ['0', 0],
    ['12', 12],
    [null, null],
    ['', null],
    ['-1', null],
    ['1.5', null],
    ['x', null],
    ['1e99', null],
  ])('that is %j in an address is %j', (text, seq) => {
    expect(parseSeq(text)).toBe(seq);
  });
});

it('tells nobody of a claim of another desk', () => {
  const actor = { userId: CHECKER.id, name: CHECKER.name, deskId: DESK.id, role: 'checker' as const };
  expect(canSee(actor, SEES_ALL, claim)).toBe(true);
  expect(canSee({ ...actor, deskId: idOf('desk', 2) }, SEES_ALL, claim)).toBe(false);
});
