import type { Node } from '@tiptap/pm/model';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import type { Block } from '@/lib/anchoring/blocks';
import type { PositionMap } from '@/lib/anchoring/editor-positions';
import { toSourceClass } from '@/lib/attribution/source-type';
import type { RelationKind } from '@/lib/claims/relation';
import { type TextOffset, type TextRange, toTextRange } from '@/lib/text/offset';
import type { ShownClaim } from '../outbox/overlay';
import { claimWords, shownNumber } from '../shown-claim';
import { type Around, type BadgeLooks, createBadge, createEdgeText } from './badge';
import { type MarkPiece, toMarkPieces } from './mark-pieces';

/** How other claims bear on the open one, by their id. */
export type Kin = ReadonlyMap<string, RelationKind>;
export const NO_KIN: Kin = new Map();

export type Drawn = {
  readonly claims: readonly ShownClaim[];
  readonly openId: string | null;
  /** Where the open claim would be if its moved edges were saved. */
  readonly moved: readonly TextRange[] | null;
  readonly kin: Kin;
  /** The claims the margin lists; the marks of all others step back. Null: all. */
  readonly listed?: ReadonlySet<string> | null;
};

type Setting = { readonly doc: Node; readonly positions: PositionMap; readonly blocks: readonly Block[] };

/** Every claim as marks, a badge where it begins, and hidden words at both ends. Cost: n log n for n claims; built when claims change, not when the caret moves. */
export function createClaimDecorations(drawn: Drawn, { doc, positions, blocks }: Setting): DecorationSet {
  const { claims, openId, moved, kin } = drawn;
  const byId = new Map(claims.map((claim) => [claim.id, claim]));
  const pieces = toMarkPieces(
    claims.map(({ id, spans }) => ({ id, spans: id === openId && moved !== null ? moved : spans })),
    blocks,
  );
  // Of decorations over the same words ProseMirror puts the first innermost.
  const decorations = pieces.toReversed().map((piece) => toMark(piece, byId.get(piece.id) as ShownClaim, drawn, positions));
  const around = claimsAround(pieces, byId);
  for (const claim of claims) {
    const on = claim.id === openId;
    const looks = { claim, on, kin: kin.get(claim.id) ?? null, around: around.get(claim.id) ?? [] };
    decorations.push(...toWidgets(looks, on ? (moved ?? claim.spans) : claim.spans, positions));
  }
  return DecorationSet.create(doc, decorations);
}

function toMark(piece: MarkPiece, claim: ShownClaim, { openId, moved, kin, listed = null }: Drawn, positions: PositionMap): Decoration {
  const on = piece.id === openId;
  const kind = kin.get(piece.id);
  const shown = listed === null || listed.has(piece.id);
  return Decoration.inline(
    positions.toPosition(piece.start, 1),
    positions.toPosition(piece.end, -1),
    {
      nodeName: 'mark',
      'data-c': toSourceClass(claim.sourceType),
      'data-claim': piece.id,
      // A claim that the margin does not list has no line there to point to.
      ...(on ? { 'aria-details': `card-${piece.id}` } : shown ? { 'aria-details': `stub-${piece.id}` } : {}),
      ...(piece.lane === 1 ? { 'data-lane': '1' } : {}),
      ...(on ? { 'data-on': '' } : {}),
      ...(shown ? {} : { 'data-dim': '' }),
      ...(kind === undefined ? {} : { 'data-kin': kind }),
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

function toWidgets(looks: BadgeLooks, spans: readonly TextRange[], positions: PositionMap): readonly Decoration[] {
  const { claim, on, kin, around } = looks;
  const start = spans[0]?.start ?? (0 as TextOffset);
  const end = spans.at(-1)?.end ?? start;
  const key = [
    ...[claim.id, shownNumber(claim), claim.sourceType, claim.confidence, on, kin, claim.unsent],
    ...around.map(({ c, lane }) => c + lane),
  ].join(' ');
  const common = { ignoreSelection: true, claimId: claim.id };
  return [
    Decoration.widget(positions.toPosition(end, -1), () => createEdgeText(` End of ${claimWords(claim)}. `), {
      ...common,
      side: -2,
      key: `end ${claim.id} ${shownNumber(claim)}`,
    }),
    Decoration.widget(positions.toPosition(start, 1), () => createBadge(looks), { ...common, side: -1, key: `badge ${key}` }),
  ];
}

/** The words that name somebody in the open claim's chain. */
export function createCueDecorations(cues: readonly TextRange[], { doc, positions }: Pick<Setting, 'doc' | 'positions'>): DecorationSet {
  const decorations = cues.map(({ start, end }) =>
    Decoration.inline(positions.toPosition(start, 1), positions.toPosition(end, -1), { nodeName: 'span', class: 'cue' }),
  );
  return DecorationSet.create(doc, decorations);
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
