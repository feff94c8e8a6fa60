import { REPORT_KIND_LABELS, type ReportModel } from '@/lib/report/model';
import { notAReport } from '../report-words';
import { articlePieces, commentsOf, footnotesOf } from './article-text';
import { paragraph } from './blocks';
import { claimPieces, limitPieces, methodPieces } from './claim-list';
import { headFactPieces, numberPieces, unattributedPieces } from './contents';
import { wordPieces } from './document';
import { headPieces, labelPieces } from './label';
import { claimPicker, conflictPieces, originPieces, speakerPieces } from './ledger';
import { runs } from './runs';

/**
 * The report as a Word file: the article with a comment on the words of each claim, its number before them and its
 * evidence in footnotes; then who speaks, what does not fit, every claim again in full, limits and sign-off. The same
 * model gives the same bytes; to leave the loop is to stop the work.
 */
export function docxPieces(model: ReportModel): Generator<Uint8Array> {
  return wordPieces(model, {
    title: model.article.title,
    kind: model.kind === 'report' ? REPORT_KIND_LABELS.report : `${REPORT_KIND_LABELS.working_copy}, not a report`,
    body: bodyPieces(model),
    comments: commentsOf(model),
    footnotes: footnotesOf(model),
  });
}

function* bodyPieces(model: ReportModel): Generator<string, void, undefined> {
  const pick = claimPicker(model);
  yield* headPieces(model, REPORT_KIND_LABELS[model.kind], notAReport(model.statuses).words);
  yield* headFactPieces(model);
  yield* labelPieces(model);
  yield paragraph('Heading1', runs('The article, claim by claim')).toString();
  yield* articlePieces(model);
  yield* speakerPieces(model, pick);
  yield* originPieces(model, pick);
  yield* conflictPieces(model, pick);
  yield* unattributedPieces(model);
  yield* numberPieces(model);
  yield* claimPieces(model);
  yield* methodPieces();
  yield* limitPieces(model);
}
