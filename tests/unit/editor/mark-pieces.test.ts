import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type MarkPiece, toMarkPieces } from '@/components/editor/text/mark-pieces';
import { type Block, toBlocks } from '@/lib/anchoring/blocks';
import { toTextRange } from '@/lib/text/offset';

const TEXT = 'Head\n\nOne two three\nfour';
//            0     6             20
const BLOCKS = toBlocks(TEXT);
const marked = (claims: readonly [string, number, number][]) =>
  claims.map(([id, start, end]) => ({ id, spans: [toTextRange(start, end)] }));
const show = ({ id, start, end, lane, part, under }: MarkPiece) =>
  `${id}${lane} ${part} ${TEXT.slice(start, end)}${under ? ' (under)' : ''}`;
const draw = (...claims: [string, number, number][]) => BLOCKS.flatMap((block) => toMarkPieces(marked(claims), block).map(show));

describe('the pieces of a highlight', () => {
  it('are one where nothing crosses it', () => {
    expect(draw(['a', 6, 9])).toEqual(['a0 whole One']);
  });

  it('are cut where another claim begins and ends, outermost first', () => {
    expect(draw(['a', 6, 19], ['b', 10, 13])).toEqual(['a1 first One ', 'a1 middle two (under)', 'b0 whole two', 'a1 last  three']);
  });

  it('end where a block ends', () => {
    expect(draw(['a', 0, 24])).toEqual(['a0 first Head', 'a0 middle One two three', 'a0 last four']);
  });

  it('are cut where they are told to be, and keep their ends', () => {
    const [, block] = BLOCKS;
    expect(toMarkPieces(marked([['a', 6, 19]]), block as Block, { cuts: [10, 13, 6, 19, 40] }).map(show)).toEqual([
      'a0 first One ',
      'a0 middle two',
      'a0 last  three',
    ]);
  });

  it('have the tint of the claim that is to be on top', () => {
    const [, block] = BLOCKS;
    const claims = marked([
      ['a', 6, 13],
      ['b', 10, 13],
    ]);
    expect(toMarkPieces(claims, block as Block, { onTop: 'a' }).map(show)).toEqual([
      'a1 first One ',
      'a1 last two',
      'b0 whole two (under)',
    ]);
  });

  it('are the same in a block whatever stands in others', () => {
    const range = fc.tuple(fc.nat(24), fc.nat(24)).map(([a, b]) => toTextRange(Math.min(a, b), Math.max(a, b)));
    const claims = fc.array(range, { maxLength: 8 }).map((ranges) => ranges.map((span, at) => ({ id: `c${at}`, spans: [span] })));
    fc.assert(
      fc.property(claims, (all) => {
        for (const block of BLOCKS) {
          const here = all.filter(({ spans }) => spans.some(({ start, end }) => start < block.end && block.start < end));
          expect(toMarkPieces(all, block)).toEqual(toMarkPieces(here, block));
        }
      }),
    );
  });

  it('are none for text that is not shown', () => {
    expect(draw(['a', 4, 6])).toEqual([]);
  });
});
