import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkRange } from '@/lib/anchoring/check-range';
import { toTextRange } from '@/lib/text/offset';
import { trimRange } from '@/lib/text/trim-range';
import { textWithOffsets } from '../text/arbitrary-text';

const text = 'He😀\n\n said so';

describe('checkRange', () => {
  it.each([
    ['finds nothing wrong with words', 0, 2, null],
    ['finds nothing wrong with a span over lines', 0, 10, null],
    ['finds nothing wrong with the whole text', 0, text.length, null],
    ['refuses a negative start', -1, 2, /outside the text/u],
    ['refuses an end beyond the text', 0, 99, /outside the text, which ends at 14/u],
    ['refuses an end before the start', 5, 2, /before it starts/u],
    ['refuses an empty span', 2, 2, /empty/u],
    ['refuses a start inside a surrogate pair', 3, 8, /starts inside a character/u],
    ['refuses an end inside a surrogate pair', 0, 3, /ends inside a character/u],
    ['refuses line breaks alone', 4, 6, /only a line break/u],
    ['refuses white space alone', 4, 7, /only white space/u],
    ['refuses fractions', 0.5, 2, /whole numbers/u],
    ['refuses what is no number', Number.NaN, 2, /whole numbers/u],
  ])('%s', (_, start, end, problem) => {
    const found = checkRange(text, toTextRange(start, end));
    if (problem === null) expect(found).toBeNull();
    else expect(found).toMatch(problem);
  });

  it('finds nothing wrong with any range that trimRange gives', () => {
    fc.assert(
      fc.property(textWithOffsets(), ({ text: any, start, end }) => {
        const trimmed = trimRange(any, toTextRange(start, end));
        if (trimmed !== null) expect(checkRange(any, trimmed)).toBeNull();
      }),
    );
  });
});
