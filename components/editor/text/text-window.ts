import { type BlockHeights, createBlockHeights } from '@/lib/anchoring/block-heights';
import type { Block } from '@/lib/anchoring/blocks';
import { type TextRange, toTextRange } from '@/lib/text/offset';
import { BLOCK_PAD } from './estimate-heights';

/** Which part of the text is near the window, and where blocks are. px count from the article's own top. */
export type TextWindow = {
  readonly heights: BlockHeights;
  readonly near: () => TextRange;
  /**
   * Takes what the window shows. False while that is inside what is near already. After a jump no more than what is seen is
   * near, so that it is there at once; `lookAround` takes in the rest when there is time.
   */
  readonly look: (top: number, foot: number) => boolean;
  readonly lookAround: (top: number, foot: number) => boolean;
  /** No more is near than what the window last showed. */
  readonly narrow: () => void;
  /** Everything is near, until the next look: for paper. */
  readonly lookAtAll: () => void;
  /** Lets the browser lay out these blocks and leave out others. */
  readonly layOut: (blocks: readonly number[]) => void;
  /** Takes the heights of the blocks that are laid out. Asks the page. */
  readonly take: () => void;
  /** Takes every block's height as it is now: the column's width or the fonts changed. */
  readonly measure: () => void;
};

/** px beyond the window's edges that carry claims at the least, and while one reads. */
const LEAST = 120;
const ROOMY = 450;

/**
 * Knows where every block is without asking the page. A long text is laid out near the window only: there its heights are
 * measured, elsewhere counted from the letters, and the browser is told the same, so that nothing jumps when it comes into
 * view. `long`: whether the browser leaves out what is far. `dom`: the element whose children are the blocks.
 */
export function createTextWindow(
  dom: HTMLElement,
  text: string,
  blocks: readonly Block[],
  { estimates, long }: { readonly estimates: ArrayLike<number>; readonly long: boolean },
): TextWindow {
  const heights = createBlockHeights(blocks, estimates);
  let near = toTextRange(0, 0);
  let everything = false;
  let seen = { top: 0, foot: 0 };
  let laidOut: ReadonlySet<number> = new Set();
  const elementOf = (at: number) => dom.children[at] as HTMLElement | undefined;

  if (long) tellEstimates();

  function tellEstimates(): void {
    for (let at = 0; at < blocks.length; at += 1) {
      const element = elementOf(at);
      if (element !== undefined) element.style.containIntrinsicBlockSize = `auto ${heights.heightOf(at) - BLOCK_PAD}px`;
    }
  }

  function take(at: number): void {
    const height = elementOf(at)?.getBoundingClientRect().height;
    if (height !== undefined && Math.abs(height - heights.heightOf(at)) >= 0.5) heights.setHeight(at, height);
  }

  function measure(): void {
    for (let at = 0; at < blocks.length; at += 1) take(at);
  }

  /** Blocks may get another height unasked: a font arrives, or the browser lays out more than was near. */
  function check(): void {
    if (Math.abs(dom.getBoundingClientRect().height - heights.total()) > 1) measure();
  }

  const holds = ({ start, end }: TextRange) => near.start < near.end && near.start <= start && end <= near.end;
  const meets = ({ start, end }: TextRange) => near.start < end && start < near.end;
  const around = (top: number, foot: number, room: number) => heights.between(top - room, foot + room);

  return {
    heights,
    near: () => near,
    look(top, foot) {
      check();
      seen = { top, foot };
      if (everything) near = toTextRange(0, 0);
      everything = false;
      if (holds(heights.between(top - LEAST, foot + LEAST))) return false;
      const jumped = !meets(heights.between(top, foot));
      near = around(top, foot, jumped ? LEAST : ROOMY);
      return true;
    },
    lookAround(top, foot) {
      check();
      if (holds(around(top, foot, ROOMY / 2))) return false;
      near = around(top, foot, ROOMY);
      return true;
    },
    narrow() {
      if (!everything) near = around(seen.top, seen.foot, LEAST);
    },
    lookAtAll() {
      near = toTextRange(0, text.length);
      everything = true;
    },
    layOut(wanted) {
      const next = new Set(wanted);
      if (long) {
        for (const at of laidOut) if (!next.has(at)) elementOf(at)?.style.removeProperty('content-visibility');
        for (const at of next) if (!laidOut.has(at)) elementOf(at)?.style.setProperty('content-visibility', 'visible');
      }
      laidOut = next;
    },
    take() {
      for (const at of laidOut) take(at);
    },
    measure,
  };
}
