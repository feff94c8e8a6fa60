import { type Block, toBlocks } from '@/lib/anchoring/blocks';
import { cutSegments, type HighlightSegment, type Lane } from '@/lib/anchoring/segments';
import { required } from '@/lib/kernel/assert';
import type { ReportClaim, ReportModel } from './model';

/**
 * The article's text with its claims, ready to be written in any format: blocks of pieces, each piece with
 * the marks that lie over it. A mark is one span of one claim; it is opened in the first piece that
 * shows any of it and closed in the last, also when it runs over several blocks. The pieces
 * of a block, put together, are exactly the block's text.
 */
export type AnnotatedBlock = { readonly kind: Block['kind']; readonly pieces: readonly Piece[] };

export type Piece = {
  readonly text: string;
  /** Outermost first. */
  readonly marks: readonly TextMark[];
  /** Marks that begin with this piece, outermost first. */
  readonly opens: readonly TextMark[];
  /** Marks that end with this piece, innermost first. */
  readonly closes: readonly TextMark[];
};

/** `part` is the span's place among the claim's spans, from 0. */
export type TextMark = { readonly claim: ReportClaim; readonly part: number; readonly lane: Lane };

/** Time in proportion to the text and to what lies over it: n log n in the spans, plus each piece's marks. */
export function annotateText({ revision, claims }: Pick<ReportModel, 'revision' | 'claims'>): readonly AnnotatedBlock[] {
  const { text } = revision;
  const spans = claims.flatMap((claim) => claim.spans.map((span, part) => ({ claim, part, start: span.start, end: span.end })));
  const { segments, lanes } = cutSegments(spans.map(({ start, end }, index) => ({ id: String(index), start, end })));
  const marks: readonly TextMark[] = spans.map(({ claim, part }, index) => ({
    claim,
    part,
    lane: required(lanes[index], 'a mark has a lane'),
  }));

  const blocks = toBlocks(text).map((block) => ({ kind: block.kind, pieces: [] as Draft[], block }));
  let next = 0;
  for (const { pieces, block } of blocks) {
    next = cutBlock(text, block, segments, next, (piece, ids) =>
      pieces.push({ text: piece, marks: ids.map((id) => required(marks[Number(id)], 'a segment names its marks')), opens: [], closes: [] }),
    );
  }
  setEdges(blocks.flatMap(({ pieces }) => pieces));
  return blocks.map(({ kind, pieces }) => ({ kind, pieces }));
}

type Draft = { readonly text: string; readonly marks: readonly TextMark[]; opens: TextMark[]; closes: TextMark[] };

/** Emits the pieces of one block, plain text included; the index of the first segment that reaches past the block comes back. */
function cutBlock(
  text: string,
  { start, end }: Block,
  segments: readonly HighlightSegment[],
  first: number,
  emit: (piece: string, ids: readonly string[]) => void,
): number {
  let at: number = start;
  let index = first;
  for (; index < segments.length; index++) {
    const segment = segments[index] as HighlightSegment;
    const from = Math.max(segment.start, at);
    const to = Math.min(segment.end, end);
    if (segment.start >= end) break;
    if (from < to) {
      if (at < from) emit(text.slice(at, from), []);
      emit(text.slice(from, to), segment.ids);
      at = to;
    }
    if (segment.end > end) break;
  }
  if (at < end) emit(text.slice(at, end), []);
  return index;
}

/** Says where each mark begins and ends: in the first and the last piece that shows it. */
function setEdges(pieces: readonly Draft[]): void {
  const first = new Map<TextMark, Draft>();
  const last = new Map<TextMark, Draft>();
  for (const piece of pieces) {
    for (const mark of piece.marks) {
      if (!first.has(mark)) first.set(mark, piece);
      last.set(mark, piece);
    }
  }
  for (const piece of pieces) {
    piece.opens = piece.marks.filter((mark) => first.get(mark) === piece);
    piece.closes = piece.marks.filter((mark) => last.get(mark) === piece).reverse();
  }
}
