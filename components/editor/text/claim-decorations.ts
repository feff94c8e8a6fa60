import type { Node } from '@tiptap/pm/model';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import type { PositionMap } from '@/lib/anchoring/editor-positions';
import { gapBefore, wordEdge } from '@/lib/anchoring/word-edge';
import { toSourceClass } from '@/lib/attribution/source-type';
import type { RelationKind } from '@/lib/claims/relation';
import { type TextRange, toTextRange } from '@/lib/text/offset';
import type { ShownClaim } from '../outbox/overlay';
import { claimWords, shownNumber } from '../shown-claim';
import { type BadgeLooks, createBadge, createEdgeText } from './badge';
import { type MarkPiece, toMarkPieces } from './mark-pieces';

/** How other claims bear on the open one, by their id. */
export type Kin = ReadonlyMap<string, RelationKind>;
export const NO_KIN: Kin = new Map();

/** What is to be drawn, asked for piece by piece: the text knows which pieces are near the window. */
export type Drawn = {
  readonly find: (claimId: string) => ShownClaim | null;
  readonly touching: (start: number, end: number) => readonly ShownClaim[];
  readonly openId: string | null;
  /** Where the open claim would be if its moved edges were saved. */
  readonly moved: readonly TextRange[] | null;
  readonly kin: Kin;
  /** The claims the margin lists; the marks of all others step back. Null: all. */
  readonly listed?: ReadonlySet<string> | null;
};

export type Setting = { readonly doc: Node; readonly positions: PositionMap; readonly text: string };

/**
 * One block's claims as marks, a badge where each begins, and hidden words at both ends. `near`: of a block too long to be
 * drawn whole, the part to draw. Cost: k log k for the k claims there.
 */
export function decorateBlock(
  drawn: Drawn,
  block: TextRange,
  near: TextRange,
  { positions, text }: Omit<Setting, 'doc'>,
): readonly Decoration[] {
  const { openId, kin } = drawn;
  const part = toTextRange(Math.max(block.start, near.start), Math.min(block.end, near.end));
  const claims = claimsIn(drawn, part);
  const byId = new Map(claims.map((claim) => [claim.id, claim]));
  const edges = claims.flatMap((claim) => edgesOf(claim, block, text));
  const pieces = toMarkPieces(claims, block, { cuts: edges.map(({ at }) => at), onTop: openId });
  // Of decorations over the same words ProseMirror puts the first innermost.
  const decorations = pieces.toReversed().map((piece) => toMark(piece, byId.get(piece.id) as ShownClaim, drawn, positions));
  for (const { claim, edge, at } of edges) {
    const looks = { claim, on: claim.id === openId, kin: kin.get(claim.id) ?? null };
    decorations.push(edge === 'start' ? toBadge(looks, at, positions) : toEndWords(claim, at, positions));
  }
  return decorations;
}

/** The claims in a part of the text, in text order, the open one where its edges were moved to. */
function claimsIn({ find, touching, openId, moved }: Drawn, { start, end }: TextRange): readonly ShownClaim[] {
  const there = touching(start, end);
  const open = openId === null || moved === null ? null : find(openId);
  if (open === null || moved === null) return there;
  const others = there.filter(({ id }) => id !== openId);
  if (!moved.some((span) => span.start < end && start < span.end)) return others;
  const spans = moved.map((span) => ({ ...span, quote: '', before: '', after: '' }));
  return [...others, { ...open, spans }].sort((a, b) => (a.spans[0]?.start ?? 0) - (b.spans[0]?.start ?? 0));
}

type ClaimEdge = { readonly claim: ShownClaim; readonly edge: 'start' | 'end'; readonly at: number };

/**
 * Where a claim's badge and hidden words stand in a block. They take no room, but the browser sets the letters on both sides
 * of them apart, so that an “a” no longer slides under a “W”: at a space, which has a font of its own (fonts.css), that is
 * so in any case. So they stand at the white space around the claim's first and last word, and no letter moves. And they stand
 * before that space, at the end of a line: at the beginning of one they would keep the caret of End and Home from its place.
 */
function edgesOf(claim: ShownClaim, block: TextRange, text: string): readonly ClaimEdge[] {
  const [first, last] = [claim.spans[0], claim.spans.at(-1)];
  const limits = { from: block.start, to: block.end };
  const edges: ClaimEdge[] = [];
  if (first !== undefined && block.start <= first.start && first.start < block.end)
    edges.push({ claim, edge: 'start', at: gapBefore(text, wordEdge(text, first.start, -1, limits), limits.from) });
  if (last !== undefined && block.start < last.end && last.end <= block.end)
    edges.push({ claim, edge: 'end', at: wordEdge(text, last.end, 1, limits) });
  return edges;
}

function toMark(piece: MarkPiece, claim: ShownClaim, { openId, kin, listed = null }: Drawn, positions: PositionMap): Decoration {
  const on = piece.id === openId;
  const kind = kin.get(piece.id);
  const shown = listed === null || listed.has(piece.id);
  const attributes = {
    nodeName: 'mark',
    'data-c': toSourceClass(claim.sourceType),
    'data-claim': piece.id,
    // A claim that the margin does not list has no line there to point to.
    ...(on ? { 'aria-details': `card-${piece.id}` } : shown ? { 'aria-details': `stub-${piece.id}` } : {}),
    ...(piece.lane === 0 ? {} : { 'data-lane': String(piece.lane) }),
    ...(piece.under ? { 'data-under': '' } : {}),
    ...(on ? { 'data-on': '' } : {}),
    ...(shown ? {} : { 'data-dim': '' }),
    ...(kind === undefined ? {} : { 'data-kin': kind }),
    'data-part': piece.part,
  };
  const key = JSON.stringify(attributes);
  return Decoration.inline(positions.toPosition(piece.start, 1), positions.toPosition(piece.end, -1), attributes, { key });
}

function toBadge(looks: BadgeLooks, at: number, positions: PositionMap): Decoration {
  const { claim, on, kin } = looks;
  const key = [claim.id, shownNumber(claim), claim.sourceType, claim.confidence, on, kin, claim.unsent].join(' ');
  return Decoration.widget(positions.toPosition(toTextRange(at, at).start, 1), () => createBadge(looks), {
    ignoreSelection: true,
    side: -1,
    key: `badge ${key}`,
  });
}

function toEndWords(claim: ShownClaim, at: number, positions: PositionMap): Decoration {
  return Decoration.widget(positions.toPosition(toTextRange(at, at).start, -1), () => createEdgeText(` End of ${claimWords(claim)}. `), {
    ignoreSelection: true,
    side: -2,
    key: `end ${claim.id} ${shownNumber(claim)}`,
  });
}

/** Words in an element of a class: `sel` what a form is about, drawn as selected while the form has the focus; `cue` who the open claim's chain names. */
export function createWordDecorations(
  spans: readonly TextRange[],
  name: 'sel' | 'cue',
  { doc, positions }: Omit<Setting, 'text'>,
): DecorationSet {
  if (spans.length === 0) return DecorationSet.empty;
  const decorations = spans.map(({ start, end }) =>
    Decoration.inline(positions.toPosition(start, 1), positions.toPosition(end, -1), { nodeName: 'span', class: name }),
  );
  return DecorationSet.create(doc, decorations);
}

/** A hairline wherever one sentence touches the next. The text itself is never repaired. */
export function createJoinDecorations(sentences: readonly TextRange[], { doc, positions }: Omit<Setting, 'text'>): DecorationSet {
  const joins = sentences.flatMap(({ end }, index) => (sentences[index + 1]?.start === end ? [toTextRange(end, end)] : []));
  return DecorationSet.create(
    doc,
    joins.map(({ start }) =>
      Decoration.widget(positions.toPosition(start), createJoin, { side: -3, key: `join ${start}`, ignoreSelection: true }),
    ),
  );
}

function createJoin(): HTMLElement {
  const join = document.createElement('span');
  join.className = 'join';
  join.contentEditable = 'false';
  join.title = 'No space in the original text';
  return join;
}
