import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Assignment, LEASE_MS, type Part, UNASSIGNED } from '@/lib/assignments/assignment';
import { canTake, isAllHandedIn, isChecked, isLate, leaseFrom, partState, placesLeft } from '@/lib/assignments/parts';

const NOW = new Date('2026-03-01T09:00:00.000Z');
const at = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);

function aPart(personId: string, different: Partial<Part> = {}): Part {
  return { personId, since: NOW, leaseUntil: null, handedInAt: null, endedAt: null, heirId: null, ...different };
}

function anAssignment(checkers: number, parts: readonly Part[], different: Partial<Assignment> = {}): Assignment {
  return { ...UNASSIGNED, articleId: 'article', checkers, parts, version: 1, ...different };
}

describe('a part', () => {
  it.each([
    ['given by an editor is held', {}, 'held'],
    ['taken from the pool is held until its lease ends', { leaseUntil: at(1) }, 'held'],
    ['has lapsed at the very moment its lease ends', { leaseUntil: NOW }, 'lapsed'],
    ['stays handed in, whatever became of its lease', { leaseUntil: at(-60), handedInAt: at(-50) }, 'handed_in'],
    ['that was taken away is ended', { endedAt: at(-1), leaseUntil: at(20) }, 'ended'],
  ] as const)('%s', (_what, different, state) => {
    expect(partState(aPart('a', different), NOW)).toBe(state);
  });

  it('is leased for half an hour from the last save', () => {
    expect(leaseFrom(NOW)).toEqual(at(30));
    expect(LEASE_MS).toBe(1_800_000);
  });
});

describe('the places of an article', () => {
  it('are given back by a lapse and an end, and kept by who handed in', () => {
    const parts = [aPart('a', { leaseUntil: at(-1) }), aPart('b', { endedAt: at(-1) }), aPart('c', { handedInAt: at(-1) })];
    expect(placesLeft(anAssignment(3, parts), NOW)).toBe(2);
  });

  it('are none once the blind checking was ended early', () => {
    expect(placesLeft(anAssignment(3, [], { endedAt: NOW }), NOW)).toBe(0);
  });

  it('are for those who have none of them; whose lease lapsed may have it again', () => {
    const two = anAssignment(2, [aPart('a'), aPart('b', { leaseUntil: at(-1) })]);
    expect(['a', 'b', 'c'].map((person) => canTake(two, person, NOW))).toEqual([false, true, true]);
    expect(canTake(anAssignment(2, [aPart('a'), aPart('b', { handedInAt: NOW })]), 'c', NOW)).toBe(false);
  });

  it('never add up to more than are wanted where each is taken only while there is one', () => {
    const take = fc.record({
      person: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
      minutes: fc.integer({ min: 0, max: 45 }),
      hands: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5 }), fc.array(take, { maxLength: 40 }), (checkers, acts) => {
        let now = NOW;
        let parts: readonly Part[] = [];
        for (const { person, minutes, hands } of acts) {
          now = new Date(now.getTime() + minutes * 60_000);
          const others = parts.filter(({ personId }) => personId !== person);
          const own = parts.find(({ personId }) => personId === person);
          if (canTake(anAssignment(checkers, parts), person, now)) parts = [...others, aPart(person, { leaseUntil: leaseFrom(now) })];
          else if (hands && own !== undefined && partState(own, now) === 'held') parts = [...others, { ...own, handedInAt: now }];
          const filled = parts.filter((part) => ['held', 'handed_in'].includes(partState(part, now))).length;
          expect(filled).toBeLessThanOrEqual(checkers);
          expect(placesLeft(anAssignment(checkers, parts), now)).toBe(checkers - filled);
        }
      }),
    );
  });
});

describe('an assignment', () => {
  it('is checked once as many handed in as were wanted, or an editor ended it', () => {
    const one = anAssignment(2, [aPart('a', { handedInAt: NOW }), aPart('b')]);
    expect([isAllHandedIn(one), isChecked(one)]).toEqual([false, false]);
    expect(isChecked({ ...one, endedAt: NOW })).toBe(true);
    expect(isChecked({ ...one, checkers: 1 })).toBe(true);
  });

  it('is late from the moment it was due, until it is checked', () => {
    const due = anAssignment(1, [aPart('a')], { dueAt: NOW });
    expect([isLate(due, at(-1)), isLate(due, NOW)]).toEqual([false, true]);
    expect(isLate({ ...due, parts: [aPart('a', { handedInAt: NOW })] }, at(60))).toBe(false);
    expect(isLate(anAssignment(1, []), at(60))).toBe(false);
  });
});
