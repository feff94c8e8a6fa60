import { cutSegments, type Lane } from '@/lib/anchoring/segments';
import { type TextRange, toTextRange } from '@/lib/text/offset';

/** Which end of its claim a piece carries: where the bars of the open claim go. */
export type Part = 'whole' | 'first' | 'middle' | 'last';

/** A stretch of one block under one claim, to be drawn as one element. `under`: another claim's tint lies over it. */
export type MarkPiece = TextRange & { readonly id: string; readonly lane: Lane; readonly part: Part; readonly under: boolean };

export type Marked = { readonly id: string; readonly spans: readonly TextRange[] };

type Drawing = {
  /** Offsets at which pieces end though no claim does. */
  readonly cuts?: Iterable<number>;
  /** The claim whose tint lies over all others. */
  readonly onTop?: string | null;
};

/**
 * The pieces that one block's highlights are drawn with, in text order; of those that cover the same stretch the outermost
 * comes first, so that each can be put inside the one before. Lanes are given block by block: what is drawn in a block
 * depends on the claims in it and on nothing else.
 */
export function toMarkPieces(claims: readonly Marked[], block: TextRange, { cuts = [], onTop = null }: Drawing = {}): readonly MarkPiece[] {
  const marks = claims.flatMap(({ id, spans }) =>
    spans.flatMap((span) => {
      const start = Math.max(span.start, block.start);
      const end = Math.min(span.end, block.end);
      return start < end ? [{ id, ...toTextRange(start, end) }] : [];
    }),
  );
  const ends = new Set(claims.flatMap(({ id, spans }) => spans.flatMap(({ start, end }) => [`${id} s${start}`, `${id} e${end}`])));
  const inOrder = [...cuts].sort((a, b) => a - b);
  return cutSegments(marks).segments.flatMap((segment) => {
    const top = onTop !== null && segment.ids.includes(onTop) ? onTop : segment.top;
    return cutAt(segment, inOrder).flatMap(({ start, end }) =>
      segment.ids.map((id, index) => {
        const part = partOf(ends.has(`${id} s${start}`), ends.has(`${id} e${end}`));
        return { ...toTextRange(start, end), id, lane: segment.lanes[index] ?? 0, part, under: id !== top };
      }),
    );
  });
}

function cutAt({ start, end }: TextRange, cuts: readonly number[]): readonly TextRange[] {
  const inside = cuts.filter((cut) => start < cut && cut < end);
  const edges = [start as number, ...new Set(inside), end as number];
  return edges.slice(1).map((edge, at) => toTextRange(edges[at] as number, edge));
}

function partOf(hasStart: boolean, hasEnd: boolean): Part {
  if (hasStart) return hasEnd ? 'whole' : 'first';
  return hasEnd ? 'last' : 'middle';
}
