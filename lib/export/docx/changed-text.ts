import { toBlocks } from '@/lib/anchoring/blocks';
import { required } from '@/lib/kernel/assert';
import { type AnnotatedBlock, annotateText, type Piece, type TextMark } from '@/lib/report/annotated-text';
import type { ReportModel } from '@/lib/report/model';
import { changesOf, type Proposal, proposerOf } from '@/lib/report/proposals';
import type { DiffPart } from '@/lib/text/diff';
import { type Xml, xml } from '../office/xml';
import { paragraph } from './blocks';
import { authorName, commentReference, toMoment } from './comments';
import { isRtl } from './direction';
import { runs } from './runs';

/** The article cut at its proposals only, numbered once for text and comments. */
export type ChangedText = {
  readonly blocks: readonly AnnotatedBlock[];
  /** A mark's place here is the id of its comment. */
  readonly marks: readonly TextMark[];
  readonly byClaim: ReadonlyMap<string, Proposal>;
  /** Where each block begins in the article, in UTF-16 units. */
  readonly starts: readonly number[];
};

export function changeText({ revision }: ReportModel, proposals: readonly Proposal[]): ChangedText {
  const blocks = annotateText({ revision, claims: proposals.map(({ claim }) => claim) });
  const marks = blocks.flatMap(({ pieces }) => pieces).flatMap(({ opens }) => opens);
  const starts = toBlocks(revision.text).map(({ start }) => start);
  return { blocks, starts, marks, byClaim: new Map(proposals.map((proposal) => [proposal.claim.id, proposal])) };
}

/** A paragraph for each block; of what a proposal replaces, the words that change are deleted, those instead of them inserted after them. */
export function* changedPieces({ blocks, marks, byClaim, starts }: ChangedText): Generator<string, void, undefined> {
  const ids = new Map(marks.map((mark, id) => [mark, id]));
  // Changes are numbered with the comments, since both are annotations (ECMA-376 17.13.1).
  let change = marks.length;
  const next = () => change++;
  const open = new Map<Proposal, Change[]>();
  const changesFrom = (proposal: Proposal) => {
    const left = open.get(proposal) ?? placed(proposal);
    open.set(proposal, left);
    return left;
  };
  for (const [index, { kind, pieces }] of blocks.entries()) {
    const rtl = isRtl(pieces.map((piece) => piece.text).join(''));
    let start = required(starts[index], 'a block stands in the text');
    const content = pieces.map((piece) => {
      const written = toPiece(piece, start, { ids, byClaim, rtl, next, changesFrom });
      start += piece.text.length;
      return written;
    });
    yield paragraph(kind === 'title' ? 'ArticleTitle' : 'ArticleText', content, { rtl }).toString();
  }
}

/** A part of a change and where it ends in the article, in UTF-16 units; what comes has no length there. */
type Change = DiffPart & { readonly end: number };

function placed(proposal: Proposal): Change[] {
  let end = proposal.claim.spans[0]?.start ?? 0;
  return changesOf(proposal).map((part) => {
    if (part.kind !== 'come') end += part.text.length;
    return { ...part, end };
  });
}

type Around = {
  readonly ids: ReadonlyMap<TextMark, number>;
  readonly byClaim: ReadonlyMap<string, Proposal>;
  readonly rtl: boolean;
  readonly next: () => number;
  /** What of a proposal is not yet written; what was, is taken out of it. */
  readonly changesFrom: (proposal: Proposal) => Change[];
};

/** `start` is the piece's place in the article. */
function toPiece({ text, marks, opens, closes }: Piece, start: number, around: Around): Xml {
  const { ids, byClaim, rtl } = around;
  const proposals = marks.flatMap((mark) => byClaim.get(mark.claim.id) ?? []);
  const changed = proposals.find(({ tracked }) => tracked);
  const isLast = closes.some((mark) => mark.claim === changed?.claim);
  const words = changed === undefined ? runs(text, { foreign: true, rtl }) : toChanges(changed, { text, start, isLast }, around);
  const ends = closes.map((mark) => {
    const id = ids.get(mark) ?? 0;
    return xml`<w:commentRangeEnd w:id="${id}"/>${commentReference(id)}`;
  });
  return xml`${opens.map((mark) => xml`<w:commentRangeStart w:id="${ids.get(mark) ?? 0}"/>`)}${words}${ends}`;
}

/** A claim may stand in several pieces, and what is between two paragraphs in none: what should come there comes with the next piece. */
function toChanges(
  proposal: Proposal,
  { text, start, isLast }: { readonly text: string; readonly start: number; readonly isLast: boolean },
  { rtl, next, changesFrom }: Around,
): readonly Xml[] {
  const left = changesFrom(proposal);
  const written: Xml[] = [];
  let from = start;
  for (let part = left[0]; part !== undefined && (isLast || from < start + text.length || part.kind === 'come'); part = left[0]) {
    const to = Math.min(part.end, start + text.length);
    const own = part.kind === 'come' ? part.text : text.slice(from - start, Math.max(from, to) - start);
    const words = own === '' ? null : runs(own, { foreign: true, rtl, deleted: part.kind === 'gone' });
    if (words !== null) written.push(part.kind === 'same' ? words : toChange(part.kind, words, toAuthor(proposal, next())));
    if (part.kind !== 'come') from = Math.max(from, to);
    if (part.end > start + text.length && !isLast) break;
    left.shift();
  }
  return written;
}

function toChange(kind: 'gone' | 'come', words: Xml, author: Xml): Xml {
  return kind === 'gone' ? xml`<w:del ${author}>${words}</w:del>` : xml`<w:ins ${author}>${words}</w:ins>`;
}

function toAuthor({ claim }: Proposal, id: number): Xml {
  const { by, at } = proposerOf(claim);
  return xml`w:id="${id}" w:author="${authorName(by)}" w:date="${toMoment(at)}"`;
}
