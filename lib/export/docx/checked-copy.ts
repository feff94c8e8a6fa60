import { required } from '@/lib/kernel/assert';
import type { TextMark } from '@/lib/report/annotated-text';
import type { ReportModel } from '@/lib/report/model';
import { type Proposal, proposalsOf, proposerOf } from '@/lib/report/proposals';
import { byWords, CHECKED_COPY_COLUMNS } from '../contents-words';
import { xml } from '../office/xml';
import { evidenceLine } from '../sourcing-words';
import { toCountText } from '../wording';
import { paragraph, tableEnd, tableRow, tableStart } from './blocks';
import { type ChangedText, changedPieces, changeText } from './changed-text';
import { signOffPieces } from './claim-list';
import { type Comment, factParagraph } from './comments';
import { isRtl } from './direction';
import { wordPieces } from './document';
import { headPieces } from './label';
import { quoteWords } from './ledger';
import { runs, STRONG, THEIRS } from './runs';

const LABEL = 'Checked copy';

const COPY_NOTICE = 'Made from a working copy. What is proposed here comes from its approved claims only.';

/**
 * The checked copy: the article with what its approved claims propose instead, as tracked changes that can be accepted or
 * refused one by one, each with its claim's number. It says what should stand there and why, and nothing of the author.
 */
export function checkedCopyPieces(model: ReportModel): Generator<Uint8Array> {
  const proposals = proposalsOf(model);
  const text = changeText(model, proposals);
  return wordPieces(model, {
    title: model.article.title,
    kind: LABEL,
    body: bodyPieces(model, text, proposals),
    comments: text.marks.map((mark, id) => toComment(mark, id, text)),
    footnotes: [],
  });
}

function* bodyPieces(model: ReportModel, text: ChangedText, proposals: readonly Proposal[]): Generator<string, void, undefined> {
  yield* headPieces(model, LABEL, COPY_NOTICE);
  yield paragraph('Normal', runs(proposalWords(proposals))).toString();
  yield paragraph('Heading1', runs('The article')).toString();
  yield* changedPieces(text);
  if (proposals.length > 0) yield* listPieces(proposals);
  yield paragraph('Heading1', runs('Sign-off')).toString();
  yield* signOffPieces(model);
}

function proposalWords(proposals: readonly Proposal[]): string {
  if (proposals.length === 0) return 'No correction is proposed in what this file was made from. The text stands as it was imported.';
  const tracked = proposals.filter((proposal) => proposal.tracked).length;
  const rest = proposals.length - tracked;
  const shown = `${toCountText(tracked, 'proposed correction')} in the text as ${tracked === 1 ? 'a tracked change' : 'tracked changes'}, to be accepted or refused one by one.`;
  const aside = rest === 0 ? '' : ` ${toCountText(rest, 'proposal')} in ${rest === 1 ? 'a comment' : 'comments'} only.`;
  return `${tracked === 0 ? 'No tracked change.' : shown}${aside} Each bears the number of its claim.`;
}

function toComment({ claim, part }: TextMark, id: number, { byClaim }: ChangedText): Comment {
  const { correction, why } = required(byClaim.get(claim.id), 'every mark of a checked copy is a proposal');
  const { rationale } = claim.finding;
  const head = runs(`C${claim.number}${claim.spans.length === 1 ? '' : `, part ${part + 1} of ${claim.spans.length}`}. `, STRONG);
  const paragraphs = [
    paragraph('CommentText', xml`${head}${runs(why)}`),
    factParagraph('Should read', correction),
    ...(part > 0 || rationale === '' ? [] : [factParagraph('Finding', rationale)]),
    ...(part > 0 ? [] : claim.evidence.map((piece) => factParagraph('Evidence', evidenceLine(piece)))),
    factParagraph('By', byWords(claim)),
  ];
  return { id, ...proposerOf(claim), paragraphs };
}

const WIDTHS = [2, 10, 10, 6];

/** The proposals again, for who reads without the text. */
function* listPieces(proposals: readonly Proposal[]): Generator<string, void, undefined> {
  yield paragraph('Heading1', runs('Proposed corrections')).toString();
  yield tableStart('Proposed corrections', WIDTHS, CHECKED_COPY_COLUMNS).toString();
  for (const { claim, correction } of proposals) {
    const cells = [`C${claim.number}`, quoteWords(claim), correction, byWords(claim)].map((words) => {
      const rtl = isRtl(words);
      return { content: paragraph('Cell', runs(words, { ...THEIRS, rtl }), { rtl }) };
    });
    yield tableRow(WIDTHS, cells).toString();
  }
  yield tableEnd().toString();
}
