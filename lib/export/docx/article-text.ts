import { annotatedBlocks, type Piece, type TextMark } from '@/lib/report/annotated-text';
import type { ReportModel } from '@/lib/report/model';
import { type Xml, xml } from '../office/xml';
import { paragraph } from './blocks';
import { claimLabel, entryMark, textMark } from './claim-names';
import { claimStyle } from './class-look';
import { type Comment, claimComment, commentReference } from './comments';
import { isRtl } from './direction';
import { type Footnote, footnoteReference } from './footnotes';
import { bookmark, linkTo, runs } from './runs';

/**
 * What body, comments and footnotes of a file call each other by. Each part goes through the text for itself and counts, so that
 * none has to hold it: a mark's comment follows that of the mark that began before it, a footnote that of the claim with evidence
 * that ended before it. `ids` holds the marks that are open.
 */
type Numbering = { readonly ids: Map<TextMark, number>; nextMark: number; nextNote: number };

/**
 * Above the id of every footnote. Comments and footnotes are numbered apart (ECMA-376, 17.13.4.2 and 17.11.10), but where one of
 * each shares a number, LibreOffice 7.4 puts the words of footnotes at other places, or nowhere.
 */
function firstComment({ claims }: Pick<ReportModel, 'claims'>): number {
  return claims.length + 1;
}

/** A paragraph for each block. */
export function* articlePieces(model: ReportModel): Generator<string, void, undefined> {
  const numbering: Numbering = { ids: new Map(), nextMark: firstComment(model), nextNote: 1 };
  for (const { kind, pieces } of annotatedBlocks(model)) {
    const rtl = isRtl(pieces.map((piece) => piece.text).join(''));
    const content = pieces.map((piece) => toPiece(piece, numbering, rtl));
    yield paragraph(kind === 'title' ? 'ArticleTitle' : 'ArticleText', content, { rtl }).toString();
  }
}

/** The comments of the text in the order of their ids. */
export function* commentsOf(model: ReportModel): Generator<Comment, void, undefined> {
  let id = firstComment(model);
  for (const { pieces } of annotatedBlocks(model)) {
    for (const { opens } of pieces) for (const mark of opens) yield claimComment(mark, id++, model);
  }
}

/** The footnotes of the text in the order of their ids, from 1. */
export function* footnotesOf(model: ReportModel): Generator<Footnote, void, undefined> {
  let id = 1;
  for (const { pieces } of annotatedBlocks(model)) {
    for (const { closes } of pieces) {
      for (const mark of closes) if (hasNote(mark)) yield { id: id++, claim: mark.claim, evidence: mark.claim.evidence };
    }
  }
}

/** Evidence stands where the last part of its claim ends. */
function hasNote({ claim, part }: TextMark): boolean {
  return claim.evidence.length > 0 && part === claim.spans.length - 1;
}

/**
 * Numbers stand before the ranges that begin with them, so that a comment's range holds the claim's words and, of
 * others, only the numbers of claims that begin inside it. A mark that began in an earlier piece is only drawn here.
 */
function toPiece({ text, marks, opens, closes }: Piece, numbering: Numbering, rtl: boolean): Xml {
  const { ids } = numbering;
  for (const mark of opens) ids.set(mark, numbering.nextMark++);
  const inner = marks.at(-1);
  const look = inner === undefined ? { foreign: true, rtl } : { style: claimStyle(inner.claim), foreign: true, rtl };
  const starts = opens.map((mark) => xml`<w:commentRangeStart w:id="${ids.get(mark) ?? 0}"/>`);
  const ends = closes.map((mark) => {
    const id = ids.get(mark) ?? 0;
    return xml`<w:commentRangeEnd w:id="${id}"/>${commentReference(id)}`;
  });
  const notes = closes.filter(hasNote).map(() => footnoteReference(numbering.nextNote++));
  const numbers = opens.map((mark) => toNumber(mark, ids));
  for (const mark of closes) ids.delete(mark);
  return xml`${numbers}${starts}${runs(text, look)}${ends}${notes}`;
}

function toNumber(mark: TextMark, ids: ReadonlyMap<TextMark, number>): Xml {
  const { claim, part } = mark;
  const number = linkTo(entryMark(claim), runs(`${claimLabel(claim)}\u00a0`, { style: 'ClaimNumber' }));
  // Even numbers are the text's bookmarks, odd ones those of the list of claims.
  return bookmark(2 * (ids.get(mark) ?? 0), textMark(claim, part), number);
}
