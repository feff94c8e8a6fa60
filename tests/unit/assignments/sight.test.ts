import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Checking, forEyes, isOwn, maySee, seenPeople, UNGUARDED } from '@/lib/assignments/checking';
import { endOf, newBlock } from '@/lib/assignments/claim-number';
import { isLimited, SEES_ALL, seenSql, seenWhere, sees, toSight } from '@/lib/assignments/sight';

const PEOPLE = ['ann', 'ben', 'cem', 'dee'] as const;
const person = fc.constantFrom(...PEOPLE);
const checking: fc.Arbitrary<Checking> = fc.record({
  blind: fc.boolean(),
  everChecked: fc.uniqueArray(person),
  handedOn: fc.array(fc.record({ from: person, to: person }), { maxLength: 2 }),
});

describe('who sees whose work', () => {
  it.each([
    ['a checker of the article', { userId: 'ann', seesThrough: false }, ['ann']],
    ['an editor who checks it too', { userId: 'ann', seesThrough: true }, ['ann']],
    ['a checker who has no part in it', { userId: 'dee', seesThrough: false }, ['dee']],
    ['an editor who has none', { userId: 'dee', seesThrough: true }, null],
  ])('is told of %s while it is checked blind', (_who, viewer, seen) => {
    expect(seenPeople(viewer, { ...UNGUARDED, blind: true, everChecked: ['ann', 'ben'] })).toEqual(seen);
    expect(seenPeople(viewer, { ...UNGUARDED, everChecked: ['ann', 'ben'] })).toBeNull();
  });

  it('has the heir see the work that was handed on', () => {
    const handed = { ...UNGUARDED, blind: true, everChecked: ['ann', 'ben'], handedOn: [{ from: 'cem', to: 'ann' }] };
    expect(seenPeople({ userId: 'ann', seesThrough: false }, handed)).toEqual(['ann', 'cem']);
    expect([isOwn('ann', 'cem', handed), isOwn('ben', 'cem', handed)]).toEqual([true, false]);
  });

  it('never shows a blind checker anybody’s work but their own and what was handed on to them', () => {
    fc.assert(
      fc.property(checking, person, person, fc.boolean(), (how, userId, maker, seesThrough) => {
        const seen = maySee({ userId, seesThrough }, how, maker);
        if (how.blind && (!seesThrough || how.everChecked.includes(userId))) expect(seen).toBe(isOwn(userId, maker, how));
        else expect(seen).toBe(true);
      }),
    );
  });

  it('tells a page of nobody else who checks', () => {
    fc.assert(
      fc.property(checking, person, (how, userId) => {
        const { everChecked, handedOn } = forEyes(userId, how);
        for (const id of [...everChecked, ...handedOn.map(({ to }) => to)]) expect(id).toBe(userId);
      }),
    );
  });

  it('is the same rule for a whole desk', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom('a1', 'a2'), checking),
        person,
        fc.boolean(),
        person,
        (desk, userId, seesThrough, makerId) => {
          const blind = new Map(Object.entries(desk).filter(([, how]) => how.blind));
          const sight = toSight({ userId, seesThrough }, blind);
          for (const articleId of ['a1', 'a2', 'a3']) {
            const how = blind.get(articleId) ?? UNGUARDED;
            expect(sees(sight, { articleId, makerId })).toBe(maySee({ userId, seesThrough }, how, makerId));
            expect(isLimited(sight, articleId)).toBe(seenPeople({ userId, seesThrough }, how) !== null);
          }
        },
      ),
    );
  });

  it('asks a query for nothing where everything is seen', () => {
    expect([seenWhere(SEES_ALL), seenSql(SEES_ALL)]).toEqual([{}, { sql: '', values: [] }]);
  });
});

describe('the numbers of claims of a blind check', () => {
  it('begin after the article’s claims, and each part after the first has a thousand of its own', () => {
    expect(newBlock([], 0)).toBe(1);
    expect(newBlock([], 26)).toBe(27);
    expect(newBlock([1], 30)).toBe(1001);
    expect(newBlock([27, 1001], 1050)).toBe(2001);
    expect([endOf(1), endOf(27), endOf(1000), endOf(1001)]).toEqual([1000, 1000, 1000, 2000]);
  });

  it('never overlap, and say nothing of how many the others made', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 5000 }), fc.array(fc.integer({ min: 0, max: 999 }), { maxLength: 8 }), (before, made) => {
        const blocks: number[] = [];
        const counted: number[] = [];
        let last = before;
        for (const count of made) {
          const block = newBlock(blocks, last);
          counted.push(newBlock(counted, before));
          expect(block).toBe(counted.at(-1));
          expect(blocks.every((other) => block > endOf(other))).toBe(true);
          blocks.push(block);
          last = Math.max(last, Math.min(block + count - 1, endOf(block)));
        }
      }),
    );
  });
});
