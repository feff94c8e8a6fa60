import type { Block } from '@/lib/anchoring/blocks';
import { cutSegments, type Lane } from '@/lib/anchoring/segments';
import { type TextRange, toTextRange } from '@/lib/text/offset';

/** Which end of its claim a piece carries: where the bars of the open claim go. */
export type Part = 'whole' | 'first' | 'middle' | 'last';

/** A stretch of one block under one claim, to be drawn as one element. */
export type MarkPiece = TextRange & { readonly id: string; readonly lane: Lane; readonly part: Part };

export type Marked = { readonly id: string; readonly spans: readonly TextRange[] };

/**
 * The pieces that highlights are drawn with, in text order; of those that cover the same stretch the outermost
 * comes first, so that each can be put inside the one before. Pieces end where a block ends.
 */
export function toMarkPieces(claims: readonly Marked[], blocks: readonly Block[]): readonly MarkPiece[] {
  const marks = claims.flatMap(({ id, spans }) => spans.map((span) => ({ id, start: span.start, end: span.end })));
  const { segments } = cutSegments(marks);
  const starts = new Set(marks.map(({ id, start }) => `${id} ${start}`));
  const ends = new Set(marks.map(({ id, end }) => `${id} ${end}`));
  const pieces: MarkPiece[] = [];
  let block = 0;
  for (const segment of segments) {
    while (block < blocks.length && (blocks[block] as Block).end <= segment.start) block += 1;
    for (let at = block; at < blocks.length && (blocks[at] as Block).start < segment.end; at += 1) {
      const start = Math.max(segment.start, (blocks[at] as Block).start);
      const end = Math.min(segment.end, (blocks[at] as Block).end);
      segment.ids.forEach((id, index) => {
        const part = partOf(starts.has(`${id} ${start}`), ends.has(`${id} ${end}`));
        pieces.push({ ...toTextRange(start, end), id, lane: segment.lanes[index] ?? 0, part });
      });
    }
  }
  return pieces;
}

function partOf(hasStart: boolean, hasEnd: boolean): Part {
  if (hasStart) return hasEnd ? 'whole' : 'first';
  return hasEnd ? 'last' : 'middle';
}
