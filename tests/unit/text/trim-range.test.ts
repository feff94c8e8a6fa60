import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ceilToGrapheme, floorToGrapheme } from '@/lib/text/graphemes';
import { toTextRange } from '@/lib/text/offset';
import { trimRange } from '@/lib/text/trim-range';
import { textWithOffsets } from './arbitrary-text';
import { draw, marked } from './marked';

describe('trimRange', () => {
  it.each([
    ['He[ said ]no', 'He [said] no'],
    ['Head[\n\n The body.\n]', 'Head\n\n [The body.]\n'],
    ['He[\u00a0said\u3000]no', 'He\u00a0[said]\u3000no'],
    ['He [said] no', 'He [said] no'],
    ['a👩‍[👩‍]👧b', 'a[👩‍👩‍👧]b'],
    ['cafe[\u0301 noir]', 'caf[e\u0301 noir]'],
    ['\ud83d[\ude00]!', '[\ud83d\ude00]!'],
    ['ab[ \u0301 ]c', 'ab[ \u0301] c'],
    ['אמר[ שלום ]לו', 'אמר [שלום] לו'],
  ])('makes %j %j', (given, wanted) => {
    const { text, range } = marked(given);
    expect(draw(text, trimRange(text, range))).toBe(wanted);
  });

  it('is null where nothing can be seen', () => {
    for (const drawing of ['a[ \n\t ]b', 'a[]b', 'a[\u200b\u200f]b', '[]']) {
      const { text, range } = marked(drawing);
      expect(trimRange(text, range)).toBeNull();
    }
  });

  it('takes the ends in either order and brings them into the text', () => {
    expect(trimRange('one two', toTextRange(7, 4))).toEqual({ start: 4, end: 7 });
    expect(trimRange('one two', toTextRange(-5, 99))).toEqual({ start: 0, end: 7 });
  });

  it('gives whole characters without white space at the ends, and keeps all that could be seen', () => {
    fc.assert(
      fc.property(textWithOffsets(), ({ text, start, end }) => {
        const trimmed = trimRange(text, toTextRange(start, end));
        if (trimmed === null) return;
        expect(floorToGrapheme(text, trimmed.start)).toBe(trimmed.start);
        expect(ceilToGrapheme(text, trimmed.end)).toBe(trimmed.end);
        expect(trimRange(text, trimmed)).toEqual(trimmed);
        expect(text.slice(trimmed.start, trimmed.end)).toContain(text.slice(start, end).trim());
      }),
    );
  });
});
