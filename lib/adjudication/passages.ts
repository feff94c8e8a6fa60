import { sentencesAround } from '@/lib/anchoring/sentences-around';
import { unite } from '@/lib/anchoring/span-set';
import { type TextRange, toTextRange } from '@/lib/text/offset';

/** A stretch of the text in which claims lie, in whole sentences. Offsets are those of the text. */
export type Passage = { readonly start: number; readonly text: string };

/** The sentences that hold the spans, in text order, those that touch made one. Linear in the spans and in the words shown. */
export function passagesOf(text: string, spans: readonly TextRange[]): readonly Passage[] {
  const whole = unite(spans).map((span) => {
    const sentences = sentencesAround(text, span).filter(({ start, end }) => start < span.end && span.start < end);
    const starts = [span.start, ...sentences.map(({ start }) => start)];
    const ends = [span.end, ...sentences.map(({ end }) => end)];
    return toTextRange(Math.min(...starts), Math.max(...ends));
  });
  return unite(whole).map(({ start, end }) => ({ start, text: text.slice(start, end) }));
}

/** A piece of a passage, and which of the sets it is in, by their places. */
export type Piece = { readonly start: number; readonly text: string; readonly in: readonly number[] };

/**
 * A passage cut wherever a span of any set begins or ends:
 *
 *     passage   The mayor said no.
 *     set 0         [mayor said]
 *     set 1         [mayor said no]
 *     pieces    The |mayor said| no|.       in: -, 0 1, 1, -
 */
export function cutPassage({ start, text }: Passage, sets: readonly (readonly TextRange[])[]): readonly Piece[] {
  const end = start + text.length;
  const inside = (at: number) => at > start && at < end;
  const edges = [start, ...sets.flat().flatMap((span) => [span.start as number, span.end as number].filter(inside)), end];
  const cuts = [...new Set(edges)].sort((a, b) => a - b);
  return cuts.slice(0, -1).map((from, index) => {
    const to = cuts[index + 1] as number;
    const holders = sets.flatMap((spans, place) => (spans.some((span) => span.start <= from && to <= span.end) ? [place] : []));
    return { start: from, text: text.slice(from - start, to - start), in: holders };
  });
}
