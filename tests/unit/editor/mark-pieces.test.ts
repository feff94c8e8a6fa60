import { describe, expect, it } from 'vitest';
import { toMarkPieces } from '@/components/editor/text/mark-pieces';
import { toBlocks } from '@/lib/anchoring/blocks';
import { toTextRange } from '@/lib/text/offset';

const TEXT = 'Head\n\nOne two three\nfour';
//            0     6             20
const BLOCKS = toBlocks(TEXT);
const draw = (...claims: [string, number, number][]) =>
  toMarkPieces(
    claims.map(([id, start, end]) => ({ id, spans: [toTextRange(start, end)] })),
    BLOCKS,
  ).map(({ id, start, end, lane, part }) => `${id}${lane} ${part} ${TEXT.slice(start, end)}`);

describe('the pieces of a highlight', () => {
  it('are one where nothing crosses it', () => {
    expect(draw(['a', 6, 9])).toEqual(['a0 whole One']);
  });

  it('are cut where another claim begins and ends, outermost first', () => {
    expect(draw(['a', 6, 19], ['b', 10, 13])).toEqual(['a1 first One ', 'a1 middle two', 'b0 whole two', 'a1 last  three']);
  });

  it('end where a block ends', () => {
    expect(draw(['a', 0, 24])).toEqual(['a0 first Head', 'a0 middle One two three', 'a0 last four']);
  });

  it('are none for text that is not shown', () => {
    expect(draw(['a', 4, 6])).toEqual([]);
  });
});
