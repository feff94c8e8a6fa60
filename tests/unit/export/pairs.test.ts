import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { groupPairs } from '@/lib/export/pairs';

/** Pairs as “ab”. */
const pairsOf = (words: string) => words.split(' ').map((pair) => [pair.charAt(0), pair.charAt(1)] as const);
const shapeOf = (words: string) => groupPairs(pairsOf(words)).map(({ centre, others }) => `${centre}: ${others.join('')}`);

describe('pairs', () => {
  test.each([
    ['ab ac ad', ['a: bcd']],
    ['ab', ['a: b']],
    ['ba ca da', ['a: bcd']],
    ['ab cd', ['a: b', 'c: d']],
    ['ab bc cd', ['b: ac', 'c: d']],
  ])('%s are put together around the claims that most of them share', (pairs, groups) => {
    expect(shapeOf(pairs)).toEqual(groups);
  });

  test('are none lost and none twice', () => {
    const letter = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f');
    const pair = fc.tuple(letter, letter).filter(([a, b]) => a < b);
    fc.assert(
      fc.property(fc.uniqueArray(pair, { selector: (both) => both.join('') }), (pairs) => {
        const shown = groupPairs(pairs).flatMap(({ centre, others }) => others.map((other) => [centre, other].sort().join('')));
        expect(shown.sort()).toEqual(pairs.map((both) => both.join('')).sort());
      }),
    );
  });
});
