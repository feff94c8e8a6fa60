import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countCodePoints, createCodePointIndex } from '@/lib/text/code-points';
import type { CodePointOffset, TextOffset } from '@/lib/text/offset';
import { anyString } from './arbitrary-text';

const utf16 = (offset: number) => offset as TextOffset;
const points = (offset: number) => offset as CodePointOffset;

describe('createCodePointIndex', () => {
  it('counts a surrogate pair once', () => {
    const index = createCodePointIndex('a😀b😀');
    expect(index.codePoints).toBe(4);
    expect([0, 1, 3, 4, 6].map((offset) => index.toCodePoint(utf16(offset)))).toEqual([0, 1, 2, 3, 4]);
    expect([0, 1, 2, 3, 4].map((offset) => index.toTextOffset(points(offset)))).toEqual([0, 1, 3, 4, 6]);
  });

  it('counts combining marks, joiners and right-to-left letters one by one, as W3C Web Annotation asks', () => {
    expect(createCodePointIndex('e\u0301👩‍👧שלום').codePoints).toBe(2 + 3 + 4);
  });

  it('is the identity in a text without surrogate pairs', () => {
    const index = createCodePointIndex('plain');
    expect([0, 3, 5].map((offset) => index.toCodePoint(utf16(offset)))).toEqual([0, 3, 5]);
  });

  it('throws for an offset outside the text or inside a pair', () => {
    const index = createCodePointIndex('a😀b');
    for (const offset of [-1, 2, 5, 0.5, Number.NaN]) expect(() => index.toCodePoint(utf16(offset))).toThrow('Broken rule');
    for (const offset of [-1, 4, 0.5]) expect(() => index.toTextOffset(points(offset))).toThrow('Broken rule');
  });

  it('agrees with the counts of the worked annotation', () => {
    const sample = readFileSync('prisma/sample/article.txt', 'utf8');
    expect(countCodePoints(sample)).toBe(2258);
  });

  it('agrees with the iteration of any string, both ways', () => {
    fc.assert(
      fc.property(anyString, (text) => {
        const index = createCodePointIndex(text);
        let offset = 0;
        let count = 0;
        for (const character of text) {
          expect(index.toCodePoint(utf16(offset))).toBe(count);
          expect(index.toTextOffset(points(count))).toBe(offset);
          offset += character.length;
          count++;
        }
        expect(index.codePoints).toBe(count);
        expect(countCodePoints(text)).toBe(count);
        expect(index.toCodePoint(utf16(text.length))).toBe(count);
        expect(index.toTextOffset(points(count))).toBe(text.length);
      }),
    );
  });

  it('looks up 100,000 offsets of a text full of emoji and back', () => {
    const text = 'x😀'.repeat(350_000);
    const index = createCodePointIndex(text);
    const wrong = Array.from({ length: 100_000 }, (_, k) => utf16(k * 9)).filter(
      (offset) => index.toTextOffset(index.toCodePoint(offset)) !== offset,
    );
    expect(wrong).toEqual([]);
  });
});
