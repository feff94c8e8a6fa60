import { type AnnotatedBlock, annotateText, type Piece, type TextMark } from '@/lib/report/annotated-text';
import type { ReportModel } from '@/lib/report/model';
import { type Xml, xml } from '../office/xml';
import { paragraph } from './blocks';
import { claimLabel, entryMark, textMark } from './claim-names';
import { claimStyle } from './class-look';
import { commentReference } from './comments';
import { isRtl } from './direction';
import { type Footnote, footnoteReference } from './footnotes';
import { bookmark, linkTo, runs } from './runs';

/** The article with its claims, cut and numbered once for all parts of the file that refer to each other. */
export type NumberedText = {
  readonly blocks: readonly AnnotatedBlock[];
  /** In the order in which they begin; a mark's place here is the id of its comment and of its bookmark. */
  readonly marks: readonly TextMark[];
  readonly ids: ReadonlyMap<TextMark, number>;
  readonly footnotes: readonly Footnote[];
  /** By the mark at whose end they stand: the last part of their claim. */
  readonly noteIds: ReadonlyMap<TextMark, number>;
};

export function numberText(model: ReportModel): NumberedText {
  const blocks = annotateText(model);
  const pieces = blocks.flatMap((block) => block.pieces);
  const marks = pieces.flatMap(({ opens }) => opens);
  const noted = pieces
    .flatMap(({ closes }) => closes)
    .filter(({ claim, part }) => claim.evidence.length > 0 && part === claim.spans.length - 1);
  return {
    blocks,
    marks,
    ids: new Map(marks.map((mark, id) => [mark, id])),
    footnotes: noted.map(({ claim }, at) => ({ id: at + 1, claim, evidence: claim.evidence })),
    noteIds: new Map(noted.map((mark, at) => [mark, at + 1])),
  };
}

/** A paragraph for each block. */
export function* articlePieces(text: NumberedText): Generator<string, void, undefined> {
  for (const { kind, pieces } of text.blocks) {
    const rtl = isRtl(pieces.map((piece) => piece.text).join(''));
    const content = pieces.map((piece) => toPiece(piece, text, rtl));
    yield paragraph(kind === 'title' ? 'ArticleTitle' : 'ArticleText', content, { rtl }).toString();
  }
}

/**
 * Numbers stand before the ranges that begin with them, so that a comment's range holds the claim's words and, of
 * others, only the numbers of claims that begin inside it. A mark that began in an earlier piece is only drawn here.
 */
function toPiece({ text, marks, opens, closes }: Piece, { ids, noteIds }: NumberedText, rtl: boolean): Xml {
  const inner = marks.at(-1);
  const look = inner === undefined ? { foreign: true, rtl } : { style: claimStyle(inner.claim), foreign: true, rtl };
  return xml`${opens.map((mark) => toNumber(mark, ids))}${opens.map((mark) => xml`<w:commentRangeStart w:id="${ids.get(mark) ?? 0}"/>`)}${runs(text, look)}${closes.map(
    (mark) => {
      const id = ids.get(mark) ?? 0;
      return xml`<w:commentRangeEnd w:id="${id}"/>${commentReference(id)}`;
    },
  )}${closes.map((mark) => {
    const id = noteIds.get(mark);
    return id === undefined ? null : footnoteReference(id);
  })}`;
}

function toNumber(mark: TextMark, ids: ReadonlyMap<TextMark, number>): Xml {
  const { claim, part } = mark;
  const number = linkTo(entryMark(claim), runs(`${claimLabel(claim)}\u00a0`, { style: 'ClaimNumber' }));
  return bookmark(ids.get(mark) ?? 0, textMark(claim, part), number);
}
