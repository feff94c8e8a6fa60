import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { byStanding, parseCursor, QUEUE_SORTS, type Standing, toCursor } from '@/lib/review/queue/order';

const number = fc.maxSafeNat();
const standing = fc.record({
  at: number,
  place: number,
  strength: fc.integer({ min: 0, max: 5 }),
  apart: fc.integer({ min: 0, max: 3 }),
  entry: number,
});
const sorts = fc.constantFrom(...QUEUE_SORTS);

describe('a queue cursor', () => {
  it('is read back as the place it was written for, as far as its order asks', () => {
    fc.assert(
      fc.property(sorts, standing, (sort, place) => {
        const read = parseCursor(sort, toCursor(sort, place));
        expect(read).not.toBeNull();
        const same = { ...place, ...(sort === 'weakest' ? {} : { strength: 0 }), ...(sort === 'disagreement' ? {} : { apart: 0 }) };
        expect(read).toEqual(same);
        expect(byStanding(sort)(read as Standing, place)).toBe(0);
      }),
    );
  });

  it('of another order is none', () => {
    fc.assert(
      fc.property(sorts, sorts, standing, (sort, other, place) => {
        fc.pre(sort !== other);
        expect(parseCursor(other, toCursor(sort, place))).toBeNull();
      }),
    );
  });

  it.each([
    '',
    '.',
    'waiting',
    'waiting.1.2',
    'waiting.1.2.3.4',
    'waiting.1.2.3 ',
    ' waiting.1.2.3',
    'waiting.-1.2.3',
    'waiting.1e9.2.3',
    'waiting.1.5.2.3',
    'waiting.١.2.3',
    'waiting.1.2.3.',
    'Waiting.1.2.3',
    'waiting.1.2.3\n',
    'waiting.9999999999999999.2.3',
    `waiting.${'9'.repeat(17)}.2.3`,
    "waiting.1.2.' OR 1=1 --",
    '1773000000000.019c0000-0000-7000-8000-000000000000',
    '__proto__.1.2.3',
  ])('is none when it reads %j', (text) => {
    expect(parseCursor('waiting', text)).toBeNull();
  });

  it('is none, and nothing is thrown, for any other text', () => {
    fc.assert(
      fc.property(sorts, fc.oneof(fc.string({ maxLength: 80 }), fc.stringMatching(/^[a-z]{0,9}(\.\d{0,20}){0,5}$/)), (sort, text) => {
        fc.pre(!/^[a-z]+(\.\d{1,16}){3,4}$/.test(text));
        expect(parseCursor(sort, text)).toBeNull();
      }),
    );
  });
});

describe('the orders of the queue', () => {
  it('put any two claims one way round, and each only beside itself', () => {
    fc.assert(
      fc.property(sorts, standing, standing, (sort, a, b) => {
        const compare = byStanding(sort);
        expect(Math.sign(compare(a, b))).toBe(-Math.sign(compare(b, a)));
        expect(compare(a, a)).toBe(0);
      }),
    );
  });

  it('are the longest waiting first, the newest first, the weakest first, where checkers differed first, and as the articles have it', () => {
    const claims: readonly Standing[] = [
      { at: 1, place: 20, strength: 4, apart: 3, entry: 1 },
      { at: 2, place: 10, strength: 0, apart: 1, entry: 2 },
      { at: 2, place: 30, strength: 0, apart: 0, entry: 3 },
      { at: 3, place: 15, strength: 5, apart: 1, entry: 4 },
    ];
    const order = (sort: (typeof QUEUE_SORTS)[number]) => [...claims].sort(byStanding(sort)).map(({ entry }) => entry);
    expect(order('waiting')).toEqual([1, 2, 3, 4]);
    expect(order('newest')).toEqual([4, 3, 2, 1]);
    expect(order('weakest')).toEqual([2, 3, 1, 4]);
    expect(order('disagreement')).toEqual([3, 2, 4, 1]);
    expect(order('article')).toEqual([2, 4, 1, 3]);
  });
});
