import type { Frame } from '@/lib/frame/frame';
import { required } from '@/lib/kernel/assert';
import type { TextMark } from '@/lib/report/annotated-text';
import type { ReportModel } from '@/lib/report/model';
import { type Proposal, proposalsOf, proposerOf } from '@/lib/report/proposals';
import { byWords } from '../contents-words';
import { xml } from '../office/xml';
import { evidenceLine } from '../sourcing-words';
import type { Step } from '../steps';
import { paragraph, tableEnd, tableRow, tableStart } from './blocks';
import { type ChangedText, changedPieces, changeText } from './changed-text';
import { signOffPieces } from './claim-list';
import { type Comment, factParagraph } from './comments';
import { isRtl } from './direction';
import { wordPieces } from './document';
import { headPieces } from './label';
import { quoteWords } from './ledger';
import { runs, STRONG, THEIRS } from './runs';

/**
 * The checked copy: the article with what its approved claims propose instead, as tracked changes that can be accepted or
 * refused one by one, each with its claim's number. It says what should stand there and why, and nothing of the author.
 */
export function checkedCopyPieces(model: ReportModel, step?: Step): Generator<Uint8Array> {
  const proposals = proposalsOf(model);
  const text = changeText(model, proposals);
  const document = {
    title: model.article.title,
    kind: model.frame.layout.checkedCopy.name,
    body: bodyPieces(model, text, proposals),
    comments: text.marks.map((mark, id) => toComment(mark, id, text, model.frame)),
    footnotes: [],
  };
  return wordPieces(model, document, step);
}

function* bodyPieces(model: ReportModel, text: ChangedText, proposals: readonly Proposal[]): Generator<string, void, undefined> {
  const { layout } = model.frame;
  const words = layout.checkedCopy;
  yield* headPieces(model, words.name, words.notice);
  yield paragraph('Normal', runs(proposalWords(proposals, model.frame))).toString();
  yield paragraph('Heading1', runs(words.article)).toString();
  yield* changedPieces(text);
  if (proposals.length > 0) yield* listPieces(proposals, model.frame);
  yield paragraph('Heading1', runs(layout.signOff)).toString();
  yield* signOffPieces(model);
}

function proposalWords(proposals: readonly Proposal[], { layout }: Frame): string {
  if (proposals.length === 0) return layout.checkedCopy.none;
  const tracked = proposals.filter((proposal) => proposal.tracked).length;
  return layout.checkedCopy.counted(tracked, proposals.length - tracked);
}

function toComment({ claim, part }: TextMark, id: number, { byClaim }: ChangedText, frame: Frame): Comment {
  const { partOf, terms } = frame.layout;
  const { correction, why } = required(byClaim.get(claim.id), 'every mark of a checked copy is a proposal');
  const { rationale } = claim.finding;
  const head = runs(`C${claim.number}${claim.spans.length === 1 ? '' : partOf(part + 1, claim.spans.length)}. `, STRONG);
  const paragraphs = [
    paragraph('CommentText', xml`${head}${runs(why)}`),
    factParagraph(terms.shouldRead, correction),
    ...(part > 0 || rationale === '' ? [] : [factParagraph(terms.finding, rationale)]),
    ...(part > 0 ? [] : claim.evidence.map((piece) => factParagraph(terms.evidence, evidenceLine(piece, frame)))),
    factParagraph(terms.by, byWords(claim, frame)),
  ];
  return { id, ...proposerOf(claim), paragraphs };
}

const WIDTHS = [2, 10, 10, 6];

/** The proposals again, for who reads without the text. */
function* listPieces(proposals: readonly Proposal[], frame: Frame): Generator<string, void, undefined> {
  const { proposed } = frame.layout.checkedCopy;
  yield paragraph('Heading1', runs(proposed)).toString();
  yield tableStart(proposed, WIDTHS, frame.report.checkedCopyColumns).toString();
  for (const { claim, correction } of proposals) {
    const cells = [`C${claim.number}`, quoteWords(claim), correction, byWords(claim, frame)].map((words) => {
      const rtl = isRtl(words);
      return { content: paragraph('Cell', runs(words, { ...THEIRS, rtl }), { rtl }) };
    });
    yield tableRow(WIDTHS, cells).toString();
  }
  yield tableEnd().toString();
}
