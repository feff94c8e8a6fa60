import type { BlockHeights } from '@/lib/anchoring/block-heights';
import type { TextRange } from '@/lib/text/offset';

/** One line of one claim: `y` px from the article's top, `from` and `to` as shares of the column. */
export type Stroke = { readonly y: number; readonly from: number; readonly to: number };

/** Height of a line of text and of the white space above a block, px (editor.css). */
const LINE = 32;
const PAD = 11;

/**
 * The lines that some words of one block are likely to stand on, from where the block is and how far in it the words are.
 * No place is asked of the page, so it holds for words that were never laid out.
 */
export function toStrokes(span: TextRange, block: TextRange, at: number, heights: BlockHeights): readonly Stroke[] {
  const start = Math.max(span.start, block.start) - block.start;
  const end = Math.min(span.end, block.end) - block.start;
  if (start >= end) return [];
  const top = heights.topOf(at) + PAD;
  const room = Math.max(1, heights.heightOf(at) - PAD);
  const lines = Math.max(1, Math.round(room / LINE));
  const perLine = (block.end - block.start) / lines;
  const first = Math.min(lines - 1, Math.floor(start / perLine));
  const last = Math.min(lines - 1, Math.floor((end - 1) / perLine));
  return Array.from({ length: last - first + 1 }, (_, index) => {
    const line = first + index;
    return {
      y: top + ((line + 0.5) * room) / lines,
      from: line === first ? Math.min(1, start / perLine - line) : 0,
      to: line === last ? Math.min(1, end / perLine - line) : 1,
    };
  });
}

/** Where the map is drawn: `left` and `room` in px across, `scale` px of the map for a px of the article, `pad` above the first. */
export type Frame = { readonly left: number; readonly room: number; readonly scale: number; readonly pad: number };

/** So many places across a line of the map: two px each, more than the eye tells apart. */
const COLUMNS = 10;

/** Strokes as SVG path data. What falls on one row and column is one, however many claims there are. */
export function toPath(strokes: Iterable<Stroke>, { left, room, scale, pad }: Frame): string {
  const rows = new Map<number, number>();
  for (const { y, from, to } of strokes) {
    const row = Math.round(pad + y * scale);
    const first = Math.min(COLUMNS - 1, Math.floor(from * COLUMNS));
    const last = Math.max(first, Math.min(COLUMNS, Math.ceil(to * COLUMNS)) - 1);
    rows.set(row, (rows.get(row) ?? 0) | (((1 << (last - first + 1)) - 1) << first));
  }
  const width = room / COLUMNS;
  let path = '';
  for (const [row, mask] of rows) {
    for (let column = 0; column < COLUMNS; column += 1) {
      if ((mask & (1 << column)) === 0) continue;
      const first = column;
      while (column + 1 < COLUMNS && (mask & (1 << (column + 1))) !== 0) column += 1;
      path += `M${left + first * width} ${row}h${(column - first + 1) * width}`;
    }
  }
  return path;
}

/** How many px of the map a px of the article takes. An article shorter than the map is drawn beside its own lines, not stretched. */
export function densityScale(articleHeight: number, mapHeight: number, pad: number): number {
  return Math.min(1, (mapHeight - 2 * pad) / Math.max(1, articleHeight));
}
