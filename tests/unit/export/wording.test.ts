import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toCountText, toDayText, toExcerpt, toListText, toNumberText, toPercentText, toTimeText, toWord } from '@/lib/export/wording';
import { hostileText } from '@/tests/factories/arbitrary-report';

test('dates are in UTC, whatever the zone of the machine', () => {
  const date = new Date('2025-08-12T00:03:59.000Z');
  expect(toDayText(date)).toBe('12 August 2025');
  expect(toTimeText(date)).toBe('12 August 2025, 00:03 UTC');
});

test('numbers are grouped by thousands', () => {
  expect([0, 999, 1000, 2258, 1234567].map(toNumberText)).toEqual(['0', '999', '1,000', '2,258', '1,234,567']);
  expect([0, 1, 26].map((count) => toCountText(count, 'claim'))).toEqual(['0 claims', '1 claim', '26 claims']);
  expect([0, 1, 12, 13].map(toWord)).toEqual(['none', 'one', 'twelve', '13']);
});

test('a share is never rounded to nothing, and a share of nothing is a dash', () => {
  expect([null, 0, 0.001, 0.005, 0.384, 1].map(toPercentText)).toEqual(['–', '0%', '<1%', '1%', '38%', '100%']);
});

test('lists are written as sentences have them', () => {
  expect([[], ['a'], ['a', 'b'], ['a', 'b', 'c']].map(toListText)).toEqual(['', 'a', 'a and b', 'a, b and c']);
});

describe('toExcerpt', () => {
  test.each([
    ['short', 10, 'short'],
    ['two\nlines', 10, 'two lines'],
    ['the mayor said no', 10, 'the mayor…'],
    ['the mayor, said no', 11, 'the mayor…'],
    ['Donaudampfschifffahrt', 8, 'Donaudam…'],
    ['😀😀😀', 3, '😀…'],
  ])('makes %j into one of at most %i', (text, length, excerpt) => {
    expect(toExcerpt(text, length)).toBe(excerpt);
  });

  test('is never longer than asked for, but for the ellipsis, and always well-formed', () => {
    fc.assert(
      fc.property(hostileText(), fc.integer({ min: 1, max: 20 }), (text, length) => {
        const excerpt = toExcerpt(text, length);
        expect(excerpt.length).toBeLessThanOrEqual(length + 1);
        expect(excerpt.isWellFormed()).toBe(true);
      }),
    );
  });
});
