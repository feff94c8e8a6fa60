import { type BlockHeights, createBlockHeights } from '@/lib/anchoring/block-heights';
import type { Block } from '@/lib/anchoring/blocks';
import { type TextRange, toTextRange } from '@/lib/text/offset';
import { STRETCH } from './stretches';

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
 * view. `long`: whether the browser leaves out what is far, a stretch of blocks at a time. `dom`: the element that holds the stretches.
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
  const stretches = [...dom.children] as HTMLElement[];

  if (long) tellEstimates();

  function tellEstimates(): void {
    stretches.forEach((element, at) => {
      element.style.containIntrinsicBlockSize = `auto ${told(at)}px`;
    });
  }

  /** What the heights of a stretch's blocks add up to. */
  function told(at: number): number {
    return heights.topOf(endOf(at)) - heights.topOf(at * STRETCH);
  }

  function endOf(at: number): number {
    return Math.min(blocks.length, (at + 1) * STRETCH);
  }

  function set(block: number, height: number): void {
    if (Math.abs(height - heights.heightOf(block)) >= 0.5) heights.setHeight(block, height);
  }

  function take(at: number): void {
    const element = stretches[at];
    if (element === undefined) return;
    // To ask for a block that is left out would lay it out. What its stretch has in all is shared as the estimates say.
    if (long && element.firstElementChild?.checkVisibility({ contentVisibilityAuto: true }) !== true) {
      const scale = element.getBoundingClientRect().height / told(at);
      if (Math.abs(scale - 1) > 1e-4)
        for (let block = at * STRETCH; block < endOf(at); block += 1) set(block, heights.heightOf(block) * scale);
      return;
    }
    [...element.children].forEach((child, block) => {
      set(at * STRETCH + block, child.getBoundingClientRect().height);
    });
  }

  function measure(): void {
    for (let at = 0; at < stretches.length; at += 1) take(at);
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
      const next = new Set(wanted.map((block) => Math.floor(block / STRETCH)));
      if (long) {
        for (const at of laidOut) if (!next.has(at)) stretches[at]?.style.removeProperty('content-visibility');
        for (const at of next) if (!laidOut.has(at)) stretches[at]?.style.setProperty('content-visibility', 'visible');
      }
      laidOut = next;
    },
    take() {
      for (const at of laidOut) take(at);
    },
    measure,
  };
}
