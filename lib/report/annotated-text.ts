import { type Block, toBlocks } from '@/lib/anchoring/blocks';
import { cutSegments, type HighlightSegment, type Lane } from '@/lib/anchoring/segments';
import { required } from '@/lib/kernel/assert';
import { toTextRange } from '@/lib/text/offset';
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
export function annotateText(model: Pick<ReportModel, 'revision' | 'claims'>): readonly AnnotatedBlock[] {
  return [...annotatedBlocks(model)];
}

/**
 * The same a block at a time. Blocks are cut together as far as claims lie over the space between them, and apart from the
 * others: how marks are drawn depends on those they overlap only (segments.ts). So what is held is a few blocks' claims.
 */
export function* annotatedBlocks({
  revision,
  claims,
}: Pick<ReportModel, 'revision' | 'claims'>): Generator<AnnotatedBlock, void, undefined> {
  const { text } = revision;
  const spans = spansByStart(claims);
  let next = spans.next();
  let group: Block[] = [];
  let over: Span[] = [];
  let reach = 0;
  for (const block of toBlocks(text)) {
    group.push(block);
    for (; !next.done && next.value.start < Math.max(block.end, reach); next = spans.next()) {
      over.push(next.value);
      reach = Math.max(reach, next.value.end);
    }
    if (reach > block.end) continue;
    yield* cutGroup(text, group, over);
    [group, over] = [[], []];
  }
  yield* cutGroup(text, group, over);
}

/** `at` is the claim's place among the model's, by which equal ranges keep their order. */
type Span = { readonly claim: ReportClaim; readonly at: number; readonly part: number; readonly start: number; readonly end: number };

/** Claims stand in the order of their first spans; only the others, which few claims have, are to be sorted in. */
function* spansByStart(claims: readonly ReportClaim[]): Generator<Span, void, undefined> {
  const later = claims
    .flatMap((claim, at) => (claim.spans.length === 1 ? [] : spansOf(claim, at).slice(1)))
    .sort((a, b) => a.start - b.start);
  let next = 0;
  for (const [at, claim] of claims.entries()) {
    const [first] = spansOf(claim, at);
    if (first === undefined) continue;
    for (let other = later[next]; other !== undefined && other.start < first.start; other = later[++next]) yield other;
    yield first;
  }
  yield* later.slice(next);
}

function spansOf(claim: ReportClaim, at: number): readonly Span[] {
  return claim.spans.map(({ start, end }, part) => ({ claim, at, part, start, end }));
}

function cutGroup(text: string, group: readonly Block[], over: readonly Span[]): readonly AnnotatedBlock[] {
  const spans = over.toSorted((a, b) => a.at - b.at || a.part - b.part);
  const { segments, lanes } = cutSegments(spans.map(({ start, end }, index) => ({ ...toTextRange(start, end), id: String(index) })));
  const marks = spans.map(({ claim, part }, index): TextMark => ({ claim, part, lane: required(lanes[index], 'a mark has a lane') }));
  const blocks = group.map((block) => ({ kind: block.kind, pieces: [] as Draft[], block }));
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
