import type { Node } from '@tiptap/pm/model';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import type { Block } from '@/lib/anchoring/blocks';
import type { PositionMap } from '@/lib/anchoring/editor-positions';
import { toSourceClass } from '@/lib/attribution/source-type';
import { type TextOffset, type TextRange, toTextRange } from '@/lib/text/offset';
import type { ShownClaim } from '../outbox/overlay';
import { type Around, createBadge, createEdgeText } from './badge';
import { type MarkPiece, toMarkPieces } from './mark-pieces';

export type Drawn = {
  readonly claims: readonly ShownClaim[];
  readonly openId: string | null;
  /** Where the open claim would be if its moved edges were saved. */
  readonly moved: readonly TextRange[] | null;
};

type Setting = { readonly doc: Node; readonly positions: PositionMap; readonly blocks: readonly Block[] };

/** Every claim as marks, a badge where it begins, and hidden words at both ends. Cost: n log n for n claims; built when claims change, not when the caret moves. */
export function createClaimDecorations({ claims, openId, moved }: Drawn, { doc, positions, blocks }: Setting): DecorationSet {
  const byId = new Map(claims.map((claim) => [claim.id, claim]));
  const pieces = toMarkPieces(
    claims.map(({ id, spans }) => ({ id, spans: id === openId && moved !== null ? moved : spans })),
    blocks,
  );
  // Of decorations over the same words ProseMirror puts the first innermost.
  const decorations = pieces.toReversed().map((piece) => toMark(piece, byId.get(piece.id) as ShownClaim, openId, moved, positions));
  const around = claimsAround(pieces, byId);
  for (const claim of claims)
    decorations.push(
      ...toWidgets(claim, claim.id === openId ? (moved ?? claim.spans) : claim.spans, claim.id === openId, around, positions),
    );
  return DecorationSet.create(doc, decorations);
}

function toMark(piece: MarkPiece, claim: ShownClaim, openId: string | null, moved: Drawn['moved'], positions: PositionMap): Decoration {
  const on = piece.id === openId;
  return Decoration.inline(
    positions.toPosition(piece.start, 1),
    positions.toPosition(piece.end, -1),
    {
      nodeName: 'mark',
      'data-c': toSourceClass(claim.sourceType),
      'data-claim': piece.id,
      'aria-details': on ? `card-${piece.id}` : `stub-${piece.id}`,
      ...(piece.lane === 1 ? { 'data-lane': '1' } : {}),
      ...(on ? { 'data-on': '' } : {}),
      'data-part': piece.part,
      // The badge stands before these words and carries the bar.
      ...(claim.spans[0]?.start === piece.start || (on && moved?.[0]?.start === piece.start) ? { 'data-badged': '' } : {}),
    },
    { claimId: piece.id },
  );
}

/** For each claim, the others that already lie over the place where it begins, outermost first. */
function claimsAround(pieces: readonly MarkPiece[], byId: ReadonlyMap<string, ShownClaim>): ReadonlyMap<string, readonly Around[]> {
  const around = new Map<string, readonly Around[]>();
  let outer: MarkPiece[] = [];
  for (const piece of pieces) {
    if (outer[0]?.start !== piece.start) outer = [];
    const begins = piece.part === 'first' || piece.part === 'whole';
    if (begins) {
      const under = outer.filter(({ part }) => part === 'middle' || part === 'last');
      around.set(
        piece.id,
        under.map(({ id, lane }) => ({ c: toSourceClass((byId.get(id) as ShownClaim).sourceType), lane })),
      );
    }
    outer.push(piece);
  }
  return around;
}

function toWidgets(
  claim: ShownClaim,
  spans: readonly TextRange[],
  on: boolean,
  around: ReadonlyMap<string, readonly Around[]>,
  positions: PositionMap,
): readonly Decoration[] {
  const start = spans[0]?.start ?? (0 as TextOffset);
  const end = spans.at(-1)?.end ?? start;
  const under = around.get(claim.id) ?? [];
  const looks = [
    claim.id,
    claim.number,
    claim.sourceType,
    claim.confidence,
    on,
    claim.unsent,
    ...under.map(({ c, lane }) => c + lane),
  ].join(' ');
  const common = { ignoreSelection: true, claimId: claim.id };
  return [
    Decoration.widget(positions.toPosition(end, -1), () => createEdgeText(` End of claim ${claim.number}. `), {
      ...common,
      side: -2,
      key: `end ${claim.id} ${claim.number}`,
    }),
    Decoration.widget(positions.toPosition(start, 1), () => createBadge(claim, on, under), { ...common, side: -1, key: `badge ${looks}` }),
  ];
}

/** The words a form is about, drawn as selected while the form has the focus; and joins, where a space between sentences was lost. */
export function createTargetDecorations(
  spans: readonly TextRange[],
  { doc, positions }: Pick<Setting, 'doc' | 'positions'>,
): DecorationSet {
  const decorations = spans.map(({ start, end }) =>
    Decoration.inline(positions.toPosition(start, 1), positions.toPosition(end, -1), { nodeName: 'span', class: 'sel' }),
  );
  return DecorationSet.create(doc, decorations);
}

/** A hairline wherever one sentence touches the next. The text itself is never repaired. */
export function createJoinDecorations(
  sentences: readonly TextRange[],
  { doc, positions }: Pick<Setting, 'doc' | 'positions'>,
): DecorationSet {
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
