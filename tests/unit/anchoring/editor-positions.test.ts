import { Schema } from '@tiptap/pm/model';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toBlocks } from '@/lib/anchoring/blocks';
import { createPositionMap } from '@/lib/anchoring/editor-positions';
import { isBlank } from '@/lib/text/blank';
import { type TextOffset, toTextRange } from '@/lib/text/offset';
import { arbitraryText } from '../text/arbitrary-text';

const schema = new Schema({
  nodes: { doc: { content: 'stretch+' }, stretch: { content: 'paragraph+' }, paragraph: { content: 'text*' }, text: {} },
});

const stretches = fc.constantFrom(1, 2, 3, 100);

/** The editor's document of a text: one textblock per block, so many to a stretch, nothing else. */
function documentOf(text: string, stretch: number) {
  const blocks = toBlocks(text);
  const paragraphs = blocks.map(({ start, end }) => schema.node('paragraph', null, [schema.text(text.slice(start, end))]));
  const starts = paragraphs.flatMap((_, at) => (at % stretch === 0 ? [at] : []));
  return {
    blocks,
    doc: schema.node(
      'doc',
      null,
      starts.map((at) => schema.node('stretch', null, paragraphs.slice(at, at + stretch))),
    ),
  };
}

const visibleText = arbitraryText().filter((text) => !isBlank(text));

describe('createPositionMap', () => {
  //  text      H i ⏎ ⏎ Y o u ⏎        document  [ ¶ H i ¶ ¶ Y o u ¶ ]
  const map = createPositionMap(toBlocks('Hi\n\nYou\n'), 2);

  it('counts a token before and after each block, and each stretch of them', () => {
    expect(map.size).toBe(11);
    expect([0, 1, 2, 4, 5, 7].map((offset) => map.toPosition(offset as TextOffset))).toEqual([2, 3, 4, 6, 7, 9]);
    expect([2, 3, 4, 6, 7, 9].map((position) => map.toOffset(position))).toEqual([0, 1, 2, 4, 5, 7]);
    const apart = createPositionMap(toBlocks('Hi\n\nYou\n'), 1);
    expect(apart.size).toBe(13);
    expect([2, 4, 7].map((offset) => apart.toPosition(offset as TextOffset))).toEqual([4, 8, 11]);
  });

  it('brings an offset between blocks to the edge asked for', () => {
    expect(map.toPosition(3 as TextOffset)).toBe(4);
    expect(map.toPosition(3 as TextOffset, 1)).toBe(6);
    expect(map.toPosition(8 as TextOffset, 1)).toBe(9);
  });

  it('brings a position between blocks to the edge asked for', () => {
    expect(map.toOffset(5)).toBe(2);
    expect(map.toOffset(5, 1)).toBe(4);
  });

  it('brings what lies outside to the first or the last edge', () => {
    expect([map.toOffset(0), map.toOffset(-1), map.toOffset(11), map.toOffset(99, 1)]).toEqual([0, 0, 7, 7]);
    expect(createPositionMap([toTextRange(5, 7)], 1).toPosition(1 as TextOffset)).toBe(2);
  });

  it('throws for a text without blocks', () => {
    expect(() => createPositionMap([], 1)).toThrow('Broken rule');
  });

  it('agrees with a real document: same size, and the character after each position is the one at its offset', () => {
    fc.assert(
      fc.property(visibleText, stretches, (text, stretch) => {
        const { blocks, doc } = documentOf(text, stretch);
        const positions = createPositionMap(blocks, stretch);
        expect(positions.size).toBe(doc.content.size);
        for (const { start, end } of blocks) {
          for (let offset = start; offset < end; offset++) {
            const position = positions.toPosition(offset);
            expect(doc.textBetween(position, position + 1)).toBe(text.charAt(offset));
          }
        }
      }),
      { numRuns: 50 },
    );
  });

  it('undoes itself inside blocks, for either association', () => {
    fc.assert(
      fc.property(visibleText, stretches, fc.constantFrom(-1 as const, 1 as const), (text, stretch, association) => {
        const blocks = toBlocks(text);
        const positions = createPositionMap(blocks, stretch);
        for (const { start, end } of blocks) {
          for (let offset = start; offset <= end; offset++)
            expect(positions.toOffset(positions.toPosition(offset, association), association)).toBe(offset);
        }
      }),
    );
  });

  it('never runs backwards', () => {
    fc.assert(
      fc.property(visibleText, stretches, (text, stretch) => {
        const positions = createPositionMap(toBlocks(text), stretch);
        for (let offset = 0; offset < text.length; offset++) {
          expect(positions.toPosition((offset + 1) as TextOffset)).toBeGreaterThanOrEqual(positions.toPosition(offset as TextOffset));
        }
        for (let position = 0; position < positions.size; position++) {
          expect(positions.toOffset(position + 1)).toBeGreaterThanOrEqual(positions.toOffset(position));
          expect(positions.toOffset(position, 1)).toBeGreaterThanOrEqual(positions.toOffset(position));
        }
      }),
    );
  });
});
