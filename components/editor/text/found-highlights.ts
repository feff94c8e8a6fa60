import type { Block } from '@/lib/anchoring/blocks';
import type { TextRange } from '@/lib/text/offset';
import { blockElement } from './stretches';

/**
 * Paints passing finds over the text by the CSS Custom Highlight API: nothing of the text is drawn anew, and nothing is left
 * behind. Reads only the page's own text nodes, so it does not matter what else is drawn over them; whenever those change
 * it paints again. Browsers without the API show the find that is gone to as the selection.
 */
export type FoundHighlights = {
  /** `here`: the one that was gone to. Empty: none is painted any more. */
  readonly draw: (ranges: readonly TextRange[], here: TextRange | null) => void;
  readonly destroy: () => void;
};

const FOUND = 'found';
const HERE = 'found-here';

/** More than any window shows; the rest is painted as one walks there. */
const PAINTED_MAX = 1000;

export function canPaintFinds(): boolean {
  return typeof CSS !== 'undefined' && 'highlights' in CSS;
}

/** @param root what holds the stretches of blocks, in order */
export function createFoundHighlights(root: HTMLElement, blocks: readonly Block[]): FoundHighlights {
  let ranges: readonly TextRange[] = [];
  let here: TextRange | null = null;
  let frame = 0;
  const changes = new MutationObserver(() => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(paint);
  });

  function paint(): void {
    if (!canPaintFinds()) return;
    set(FOUND, nearest(ranges, here));
    set(HERE, here === null ? [] : [here]);
  }

  function set(name: string, wanted: readonly TextRange[]): void {
    const painted = wanted.flatMap((range) => toDomRange(root, blocks, range) ?? []);
    if (painted.length === 0) CSS.highlights.delete(name);
    else CSS.highlights.set(name, new Highlight(...painted));
  }

  return {
    draw(next, at) {
      ranges = next;
      here = at;
      changes.disconnect();
      if (ranges.length > 0) changes.observe(root, { childList: true, subtree: true });
      paint();
    },
    destroy() {
      changes.disconnect();
      cancelAnimationFrame(frame);
      ranges = [];
      here = null;
      paint();
    },
  };
}

/** The finds around the one that was gone to. */
function nearest(ranges: readonly TextRange[], here: TextRange | null): readonly TextRange[] {
  if (ranges.length <= PAINTED_MAX) return ranges;
  const at = here === null ? 0 : ranges.findIndex(({ start }) => start >= here.start);
  const from = Math.max(0, Math.min(at - PAINTED_MAX / 2, ranges.length - PAINTED_MAX));
  return ranges.slice(from, from + PAINTED_MAX);
}

/** A range of the revision's text in the page, or null where the page does not hold it. Offsets between two blocks count as the ends of the first. */
export function toDomRange(root: HTMLElement, blocks: readonly Block[], { start, end }: TextRange): Range | null {
  const from = placeOf(root, blocks, start, 'start');
  const to = placeOf(root, blocks, end, 'end');
  if (from === null || to === null) return null;
  const range = document.createRange();
  range.setStart(from.node, from.offset);
  range.setEnd(to.node, to.offset);
  return range;
}

function placeOf(
  root: HTMLElement,
  blocks: readonly Block[],
  offset: number,
  side: 'start' | 'end',
): { node: Text; offset: number } | null {
  const index = blockAt(blocks, offset, side);
  const block = blocks[index];
  const element = blockElement(root, index);
  if (block === undefined || element === undefined) return null;
  let left = Math.min(offset, block.end) - block.start;
  let last: { node: Text; offset: number } | null = null;
  const words = document.createTreeWalker(element, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) =>
    node instanceof Element
      ? node.getAttribute('contenteditable') === 'false'
        ? NodeFilter.FILTER_REJECT
        : NodeFilter.FILTER_SKIP
      : NodeFilter.FILTER_ACCEPT,
  );
  for (let node = words.nextNode(); node !== null; node = words.nextNode()) {
    const text = node as Text;
    // A start stands before its first letter, an end behind its last, even where two text nodes meet.
    if (side === 'start' ? left < text.length : left <= text.length) return { node: text, offset: left };
    left -= text.length;
    last = { node: text, offset: text.length };
  }
  return last;
}

/** The block that holds an offset. O(log n). */
function blockAt(blocks: readonly Block[], offset: number, side: 'start' | 'end'): number {
  let low = 0;
  let high = blocks.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    const { start } = blocks[middle] as Block;
    if (side === 'start' ? start <= offset : start < offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
