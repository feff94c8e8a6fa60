import type { TextRange } from '@/lib/text/offset';

/** Something that stands on one or more ranges of a text, under a name of its own. */
export type Spanned = { readonly id: string; readonly spans: readonly TextRange[] };

export type SpanIndex<Item extends Spanned> = {
  readonly size: number;
  get(id: string): Item | undefined;
  /** Adds an item, or puts it in the place of the one with its id. */
  put(item: Item): void;
  remove(id: string): void;
  /** Every item that has at least one character in [start, end), each once, in no order. */
  touching(start: number, end: number): readonly Item[];
};

/** UTF-16 units of text a cell covers: about a paragraph, so that a question about one looks into two or three cells. */
const CELL = 1024;

/**
 * Finds what lies over a piece of text. The text is cut into cells of equal length and each cell knows the items that
 * reach into it; an item over several cells is in each of them.
 *
 *     cells   |.........|.........|.........|
 *     a         ───                             in 0
 *     b              ────────                   in 0 and 1
 *
 * A change costs the cells its item reaches into, whatever else there is; a question costs the cells of its range and the
 * items in them. Empty spans are in no cell. It changes in place: a text has thousands of claims and one of them moves.
 */
export function createSpanIndex<Item extends Spanned>(): SpanIndex<Item> {
  const items = new Map<string, Item>();
  const cells = new Map<number, Map<string, Item>>();

  function remove(id: string): void {
    const item = items.get(id);
    if (item === undefined) return;
    items.delete(id);
    for (const cell of cellsOf(item)) cells.get(cell)?.delete(id);
  }

  return {
    get size() {
      return items.size;
    },
    get: (id) => items.get(id),
    put(item) {
      remove(item.id);
      items.set(item.id, item);
      for (const cell of cellsOf(item)) {
        const held = cells.get(cell);
        if (held === undefined) cells.set(cell, new Map([[item.id, item]]));
        else held.set(item.id, item);
      }
    },
    remove,
    touching(start, end) {
      if (start >= end) return [];
      const found = new Set<Item>();
      for (let cell = cellAt(start); cell <= cellAt(end - 1); cell += 1) {
        for (const item of cells.get(cell)?.values() ?? []) {
          if (!found.has(item) && item.spans.some((span) => span.start < end && start < span.end && span.start < span.end)) found.add(item);
        }
      }
      return [...found];
    },
  };
}

function cellAt(offset: number): number {
  return Math.floor(offset / CELL);
}

function cellsOf({ spans }: Spanned): Iterable<number> {
  const [only, ...others] = spans;
  // Nearly every item: one span in one cell.
  if (only !== undefined && others.length === 0 && only.start < only.end && cellAt(only.start) === cellAt(only.end - 1))
    return [cellAt(only.start)];
  const found = new Set<number>();
  for (const { start, end } of spans) {
    if (start >= end) continue;
    for (let cell = cellAt(start); cell <= cellAt(end - 1); cell += 1) found.add(cell);
  }
  return found;
}
