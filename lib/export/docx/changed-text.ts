import { type AnnotatedBlock, annotateText, type Piece, type TextMark } from '@/lib/report/annotated-text';
import type { ReportModel } from '@/lib/report/model';
import { type Proposal, proposerOf } from '@/lib/report/proposals';
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
};

export function changeText({ revision }: ReportModel, proposals: readonly Proposal[]): ChangedText {
  const blocks = annotateText({ revision, claims: proposals.map(({ claim }) => claim) });
  const marks = blocks.flatMap(({ pieces }) => pieces).flatMap(({ opens }) => opens);
  return { blocks, marks, byClaim: new Map(proposals.map((proposal) => [proposal.claim.id, proposal])) };
}

/** A paragraph for each block; what a proposal replaces is deleted piece by piece, what it puts there inserted where it ends. */
export function* changedPieces({ blocks, marks, byClaim }: ChangedText): Generator<string, void, undefined> {
  const ids = new Map(marks.map((mark, id) => [mark, id]));
  // Changes are numbered with the comments, since both are annotations (ECMA-376 17.13.1).
  let change = marks.length;
  const next = () => change++;
  for (const { kind, pieces } of blocks) {
    const rtl = isRtl(pieces.map((piece) => piece.text).join(''));
    const content = pieces.map((piece) => toPiece(piece, { ids, byClaim, rtl, next }));
    yield paragraph(kind === 'title' ? 'ArticleTitle' : 'ArticleText', content, { rtl }).toString();
  }
}

type Around = {
  readonly ids: ReadonlyMap<TextMark, number>;
  readonly byClaim: ReadonlyMap<string, Proposal>;
  readonly rtl: boolean;
  readonly next: () => number;
};

function toPiece({ text, marks, opens, closes }: Piece, { ids, byClaim, rtl, next }: Around): Xml {
  const changeOf = (mark: TextMark) => {
    const proposal = byClaim.get(mark.claim.id);
    return proposal?.tracked ? proposal : undefined;
  };
  const replaced = marks.map(changeOf).find((proposal) => proposal !== undefined);
  const words = runs(text, { foreign: true, rtl, deleted: replaced !== undefined });
  return xml`${opens.map((mark) => xml`<w:commentRangeStart w:id="${ids.get(mark) ?? 0}"/>`)}${replaced === undefined ? words : xml`<w:del ${toAuthor(replaced, next())}>${words}</w:del>`}${closes.map(
    (mark) => {
      const proposal = changeOf(mark);
      const id = ids.get(mark) ?? 0;
      const inserted =
        proposal === undefined
          ? null
          : xml`<w:ins ${toAuthor(proposal, next())}>${runs(proposal.correction, { foreign: true, rtl })}</w:ins>`;
      return xml`${inserted}<w:commentRangeEnd w:id="${id}"/>${commentReference(id)}`;
    },
  )}`;
}

function toAuthor({ claim }: Proposal, id: number): Xml {
  const { by, at } = proposerOf(claim);
  return xml`w:id="${id}" w:author="${authorName(by)}" w:date="${toMoment(at)}"`;
}
