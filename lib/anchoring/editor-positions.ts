import { assert } from '@/lib/kernel/assert';
import type { TextOffset, TextRange } from '@/lib/text/offset';

/** Where a position between two blocks goes: -1 to the end of the earlier block, 1 to the start of the later one (ProseMirror's `assoc`). */
export type Association = -1 | 1;

/** Turns offsets of a text into positions of the editor's document and back. `size` is the document's content size. */
export type PositionMap = {
  readonly size: number;
  toPosition(offset: TextOffset, association?: Association): number;
  toOffset(position: number, association?: Association): TextOffset;
};

/**
 * The document holds one textblock per block, with the block's text and nothing else in it, `stretch` of them at a time in a
 * node of their own. A textblock, and a stretch of them, count one position for their opening and one for their closing token:
 *
 *     text         H i ⏎ ⏎ Y o u          blocks 0-2 and 4-7
 *     offset       0 1 2 3 4 5 6 7
 *     document  [ ¶ H i ¶ ¶ Y o u ¶ ]
 *     position  0 1 2 3 4 5 6 7 8 9 10 11
 *
 * Inside blocks the two maps undo each other. What one side lacks goes to the nearest block's edge, chosen by
 * `association` (-1 when not given): an offset in the white lines between blocks, a position between two tokens.
 * Anything before the first block or after the last goes to that block's edge, so neither direction ever throws.
 *
 * `blocks` in order, at least one, as toBlocks gives them. Cost: O(b) to build, O(log b) a look-up.
 */
export function createPositionMap(blocks: readonly TextRange[], stretch: number): PositionMap {
  assert(blocks.length > 0, 'a text has at least one block');
  // firsts[i]: the position before block i's first character.
  const firsts: number[] = [];
  let next = 0;
  blocks.forEach((block, at) => {
    // Between two stretches one closes and one opens; before the first, one opens.
    if (at % stretch === 0) next += at === 0 ? 1 : 2;
    firsts.push(next + 1);
    next += block.end - block.start + 2;
  });
  const size = next + 1;
  const blockOf = (i: number) => blocks[i] as TextRange;
  const firstOf = (i: number) => firsts[i] as number;

  return {
    size,
    toPosition(offset, association = -1) {
      const i = lastAtMost(blocks.length, (k) => blockOf(k).start, offset);
      if (i < 0) return firstOf(0);
      const { start, end } = blockOf(i);
      if (offset > end && association === 1 && i + 1 < blocks.length) return firstOf(i + 1);
      return firstOf(i) + Math.min(offset, end) - start;
    },
    toOffset(position, association = -1) {
      const i = lastAtMost(blocks.length, firstOf, position);
      if (i < 0) return blockOf(0).start;
      const { start, end } = blockOf(i);
      const offset = start + (position - firstOf(i));
      if (offset > end && association === 1 && i + 1 < blocks.length) return blockOf(i + 1).start;
      return Math.min(offset, end) as TextOffset;
    },
  };
}

/** The last of 0 .. length-1 whose key is at most `limit`, or -1. Keys ascend. */
function lastAtMost(length: number, keyOf: (k: number) => number, limit: number): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (keyOf(middle) <= limit) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
