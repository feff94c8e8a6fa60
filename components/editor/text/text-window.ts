import { type BlockHeights, createBlockHeights } from '@/lib/anchoring/block-heights';
import type { Block } from '@/lib/anchoring/blocks';
import { type TextRange, toTextRange } from '@/lib/text/offset';
import { BLOCK_PAD, estimateHeights } from './estimate-heights';

/** Which part of the text is near the window, and where blocks are. px count from the article's own top. */
export type TextWindow = {
  readonly heights: BlockHeights;
  readonly near: () => TextRange;
  /** Takes what the window shows. False while that is well inside what is near already. */
  readonly look: (top: number, foot: number) => boolean;
  /** Everything is near: for paper. */
  readonly lookAtAll: () => void;
  /** Lets the browser lay out these blocks and leave out others; true when a height turned out other than it was thought to be. */
  readonly layOut: (blocks: readonly number[]) => boolean;
  /** Takes every block's height as it is now: the column's width or the fonts changed. True when one is another. */
  readonly measure: () => boolean;
};

/**
 * Knows where every block is without asking the page. A long text is laid out near the window only: there its heights are
 * measured, elsewhere counted from the letters, and the browser is told the same, so that nothing jumps when it comes into
 * view. `long`: whether the browser leaves out what is far. `dom`: the element whose children are the blocks.
 */
export function createTextWindow(dom: HTMLElement, text: string, blocks: readonly Block[], long: boolean): TextWindow {
  const heights = createBlockHeights(blocks, estimateHeights(dom, text, blocks));
  let near = toTextRange(0, 0);
  let laidOut: ReadonlySet<number> = new Set();
  const elementOf = (at: number) => dom.children[at] as HTMLElement | undefined;

  if (long) tellEstimates();

  function tellEstimates(): void {
    for (let at = 0; at < blocks.length; at += 1) {
      const element = elementOf(at);
      if (element !== undefined) element.style.containIntrinsicBlockSize = `auto ${heights.heightOf(at) - BLOCK_PAD}px`;
    }
  }

  function take(at: number): boolean {
    const height = elementOf(at)?.getBoundingClientRect().height;
    if (height === undefined || Math.abs(height - heights.heightOf(at)) < 0.5) return false;
    heights.setHeight(at, height);
    return true;
  }

  return {
    heights,
    near: () => near,
    look(top, foot) {
      const screen = Math.max(300, foot - top);
      const wanted = heights.between(top - screen / 2, foot + screen / 2);
      if (near.start < near.end && near.start <= wanted.start && wanted.end <= near.end) return false;
      near = heights.between(top - screen * 1.25, foot + screen * 1.25);
      return true;
    },
    lookAtAll() {
      near = toTextRange(0, text.length);
    },
    layOut(wanted) {
      if (long) {
        const next = new Set(wanted);
        for (const at of laidOut) if (!next.has(at)) elementOf(at)?.style.removeProperty('content-visibility');
        for (const at of next) if (!laidOut.has(at)) elementOf(at)?.style.setProperty('content-visibility', 'visible');
        laidOut = next;
      }
      let other = false;
      for (const at of wanted) other = take(at) || other;
      return other;
    },
    measure() {
      let other = false;
      for (let at = 0; at < blocks.length; at += 1) other = take(at) || other;
      return other;
    },
  };
}
