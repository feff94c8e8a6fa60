import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ceilToGrapheme, floorToGrapheme } from '@/lib/text/graphemes';
import { arbitraryText } from './arbitrary-text';

describe('floorToGrapheme and ceilToGrapheme', () => {
  it.each([
    ['a surrogate pair', 'x😀y', 2, 1, 3],
    ['a family of joined emoji', 'x👩‍👩‍👧y', 4, 1, 9],
    ['a letter with two marks', 'xe\u0301\u0323y', 3, 1, 4],
    ['a flag', '🇫🇷🇩🇪', 6, 4, 8],
    ['CRLF', 'a\r\nb', 2, 1, 3],
    ['a Hebrew letter with points', 'שָׁל', 2, 0, 3],
  ])('do not split %s', (_, text, offset, floor, ceil) => {
    expect([floorToGrapheme(text, offset), ceilToGrapheme(text, offset)]).toEqual([floor, ceil]);
  });

  it('leave a boundary where it is, and bring offsets outside the text to its ends', () => {
    expect([floorToGrapheme('ab', 1), ceilToGrapheme('ab', 1)]).toEqual([1, 1]);
    expect([floorToGrapheme('ab', -3), ceilToGrapheme('ab', 9)]).toEqual([0, 2]);
  });

  it('agree with the segmentation of the whole text', () => {
    const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });
    fc.assert(
      fc.property(arbitraryText(), (text) => {
        const boundaries = [...Array.from(segmenter.segment(text), ({ index }) => index), text.length];
        for (let offset = 0; offset <= text.length; offset++) {
          expect(floorToGrapheme(text, offset)).toBe(Math.max(...boundaries.filter((boundary) => boundary <= offset)));
          expect(ceilToGrapheme(text, offset)).toBe(Math.min(...boundaries.filter((boundary) => boundary >= offset)));
        }
      }),
    );
  });
});
