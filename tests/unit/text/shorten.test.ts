import { expect, it } from 'vitest';
import { cutAt, firstPart, lastPart } from '@/lib/text/shorten';

it('leaves a short text as it is', () => {
  expect(firstPart('one two', 7)).toBe('one two');
  expect(lastPart('one two', 7)).toBe('one two');
});

it('cuts between words and marks the cut', () => {
  expect(firstPart('one two three', 9)).toBe('one two…');
  expect(lastPart('one two three', 9)).toBe('…three');
});

it('cuts a text without spaces where it must, never inside a character', () => {
  expect(firstPart('東京東京東京', 4)).toBe('東京東京…');
  expect(firstPart('a😀😀', 2)).toBe('a…');
  expect(lastPart('😀😀a', 2)).toBe('…a');
});

it('cuts at a length without halving a character, and leaves what fits', () => {
  expect(cutAt('abc', 3)).toBe('abc');
  expect(cutAt('abcd', 3)).toBe('abc…');
  expect(cutAt('ab😀d', 3)).toBe('ab…');
});
