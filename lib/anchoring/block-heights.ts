import { type TextOffset, type TextRange, toTextRange } from '@/lib/text/offset';
import { createPrefixSums } from './prefix-sums';

/** Where each block of a text stands: heights that were measured, estimates elsewhere. px from the first block's top. */
export type BlockHeights = {
  total(): number;
  heightOf(block: number): number;
  setHeight(block: number, height: number): void;
  topOf(block: number): number;
  /** The block that holds an offset; in the white space between two the earlier one. */
  blockOf(offset: number): number;
  /** The middle of the line that `offset` is likely on: as far down its block as it stands in its words. */
  yOf(offset: number): number;
  /** The text that is likely between two heights: whole blocks, but for blocks too long to be drawn as one. */
  between(top: number, foot: number): TextRange;
};

/** A block longer than this is taken in parts, UTF-16 units: a text may be one line of two megabytes. */
const LONG_BLOCK = 20_000;

/** `blocks` as toBlocks gives them, at least one; `estimates` their heights in px. Every answer costs O(log b). */
export function createBlockHeights(blocks: readonly TextRange[], estimates: ArrayLike<number>): BlockHeights {
  const sums = createPrefixSums(estimates);
  const blockAt = (index: number) => blocks[index] as TextRange;

  function blockOf(offset: number): number {
    let low = 0;
    let high = blocks.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (blockAt(middle).start <= offset) low = middle + 1;
      else high = middle;
    }
    return Math.max(0, low - 1);
  }

  /** The offset at a height, exact to the share of its block. */
  function offsetAt(y: number): { readonly block: number; readonly offset: number } {
    const block = sums.indexAt(y);
    const { start, end } = blockAt(block);
    const share = Math.min(1, Math.max(0, (y - sums.before(block)) / Math.max(1, sums.at(block))));
    return { block, offset: Math.round(start + share * (end - start)) };
  }

  return {
    total: () => sums.total(),
    heightOf: (block) => sums.at(block),
    setHeight: (block, height) => sums.set(block, height),
    topOf: (block) => sums.before(block),
    blockOf,
    yOf(offset) {
      const block = blockOf(offset);
      const { start, end } = blockAt(block);
      const share = (Math.min(offset, end) - start) / Math.max(1, end - start);
      return sums.before(block) + share * sums.at(block);
    },
    between(top, foot) {
      const from = offsetAt(top);
      const to = offsetAt(foot);
      const isLong = ({ start, end }: TextRange) => end - start > LONG_BLOCK;
      const first = blockAt(from.block);
      const last = blockAt(to.block);
      const start = isLong(first) ? (from.offset as TextOffset) : first.start;
      return toTextRange(start, Math.max(start, isLong(last) ? to.offset : last.end));
    },
  };
}
