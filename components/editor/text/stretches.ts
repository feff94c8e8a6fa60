import type { Block } from '@/lib/anchoring/blocks';

/**
 * So many blocks stand in one stretch. The browser lays stretches out or leaves them out as a whole (text-window.ts), and looks at each of
 * them in every frame: with one for each block of a book that took 3 ms of the 16 a frame has. More blocks, and more is laid out than is seen.
 */
export const STRETCH = 6;

/** The element of a block in the element that holds the stretches; undefined where there is none. */
export function blockElement(root: Element, block: number): HTMLElement | undefined {
  return root.children[Math.floor(block / STRETCH)]?.children[block % STRETCH] as HTMLElement | undefined;
}

/** Where a block that is laid out begins, px from the article's top. */
export function topOfBlock(root: Element, block: number): number {
  const element = blockElement(root, block);
  return (element?.offsetTop ?? 0) + (element?.parentElement?.offsetTop ?? 0);
}

/** Blocks by stretch. */
export function toStretches(blocks: readonly Block[]): readonly (readonly Block[])[] {
  return Array.from({ length: Math.ceil(blocks.length / STRETCH) }, (_, at) => blocks.slice(at * STRETCH, (at + 1) * STRETCH));
}
