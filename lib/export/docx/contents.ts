import type { ReportModel } from '@/lib/report/model';
import type { SectionId } from '@/lib/report/parts';
import { claimLineText, figureWords, foundWords, headFacts, headWords, unattributedGroups } from '../contents-words';
import { limitLines } from '../limit-words';
import { paragraph, tableEnd, tableRow, tableStart } from './blocks';
import { claimLinks } from './claim-names';
import { isRtl } from './direction';
import { fact, quoteWords } from './ledger';
import { runs, THEIRS } from './runs';

/** What a report says beyond its label, in Word. */

export function* headFactPieces(model: ReportModel): Generator<string, void, undefined> {
  for (const one of headFacts(model)) yield fact(one.term, runs(headWords(one, model.frame), THEIRS)).toString();
}

export function* unattributedPieces(model: ReportModel): Generator<string, void, undefined> {
  const { counts, layout } = model.frame;
  yield* headingPieces('unattributed', model);
  for (const { key, title, about } of unattributedGroups(model.frame)) {
    const claims = model.contents.unattributed[key];
    if (claims.length === 0) continue;
    yield paragraph('Heading3', runs(`${title} (${counts.number(claims.length)})`)).toString();
    yield paragraph('Fact', runs(about)).toString();
    yield fact(layout.terms.claims, claimLinks(claims)).toString();
  }
}

const NUMBER_WIDTHS = [2, 5, 10, 7];

export function* numberPieces(model: ReportModel): Generator<string, void, undefined> {
  const { sections, numberColumns } = model.frame.report;
  yield* headingPieces('numbers', model);
  yield tableStart(sections.numbers.title, NUMBER_WIDTHS, numberColumns).toString();
  for (const row of model.contents.numbers) {
    const words = quoteWords(row.claim);
    const rtl = isRtl(words);
    yield tableRow(NUMBER_WIDTHS, [
      { content: paragraph('Cell', claimLinks([row.claim])) },
      { content: paragraph('Cell', runs(figureWords(row, model.frame), THEIRS)) },
      { content: paragraph('Cell', runs(words, { foreign: true, rtl }), { rtl }) },
      { content: paragraph('Cell', runs(foundWords(row.claim, model.frame))) },
    ]).toString();
  }
  yield tableEnd().toString();
}

/** Limits, then what the author is still to be asked. */
export function* limitListPieces(model: ReportModel): Generator<string, void, undefined> {
  for (const line of limitLines(model)) yield paragraph('ListBullet', runs(claimLineText(line, model.frame), THEIRS)).toString();
  const { questions } = model.contents;
  if (questions.length === 0) return;
  yield paragraph('Heading2', runs(model.frame.report.questions)).toString();
  for (const claim of questions) yield fact(`C${claim.number}`, runs(claim.finding.question, THEIRS)).toString();
}

function* headingPieces(id: SectionId, { frame }: ReportModel): Generator<string, void, undefined> {
  const { title, about } = frame.report.sections[id];
  yield paragraph('Heading1', runs(title)).toString();
  yield paragraph('Normal', runs(about), { keep: true }).toString();
}
