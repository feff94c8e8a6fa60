import type { Frame } from '@/lib/frame/frame';
import type { ReportModel } from '@/lib/report/model';
import { changesOf, type Proposal } from '@/lib/report/proposals';
import { type DiffPart, sideOf } from '@/lib/text/diff';
import { byWords, type ClaimLine, figureWords, foundWords, headFacts, moreWords, namedOf, unattributedGroups } from '../contents-words';
import { limitLines } from '../limit-words';
import { toExcerpt } from '../wording';
import type { Element } from './canvas';
import { factStrips } from './fact';
import { INK_2 } from './palette';
import type { Run } from './paragraph';
import { badgeRun, isolated, toEntry } from './runs';
import { CONTENT_WIDTH, PAGE, run, type Sheet, type Strip } from './sheet';
import { say } from './sourcing';
import { CELL_SIZE, cell, table } from './table';

/** What a report says beyond its label, in the PDF: the facts of its head, the checked copy, what nobody is named for, numbers. */

const SIZE = 8.5;

/** Terms and words under the finding, in two columns; they are read line by line across both. */
export function headList(sheet: Sheet, parent: Element, model: ReportModel): void {
  const [gutter, term] = [18, 62];
  const width = (CONTENT_WIDTH - gutter) / 2;
  const columns: readonly Strip[][] = [[], []];
  for (const [at, fact] of headFacts(model).entries()) {
    const said = fact.names.length === 0 ? fact.words : model.frame.counts.list(fact.names.map(isolated));
    columns[at % 2]?.push(...factStrips(sheet, parent, fact.term, [run(said, SIZE)], { term, width, size: SIZE, leading: 11.5 }));
  }
  sheet.y += 10;
  sheet.flow(columns.map((strips, at) => ({ x: PAGE.left + at * (width + gutter), strips })));
}

/** Each proposal: the words as they stand, then what should stand there. */
export function* checkedCopy(sheet: Sheet, parent: Element, { contents, frame }: ReportModel): Generator<void> {
  for (const proposal of contents.proposals) {
    sheet.ensure(56);
    toProposal(sheet, parent, proposal, frame);
    yield;
  }
}

function toProposal(sheet: Sheet, parent: Element, proposal: Proposal, frame: Frame): void {
  const { terms } = frame.layout;
  const { claim, why } = proposal;
  const parts = changesOf(proposal);
  const badge = badgeRun(claim, 6.5, toEntry(claim, frame), frame);
  say(sheet, parent, [badge, run(` ${terms.asItStands}: `, SIZE, 'bold'), ...sideRuns(parts, 'come')], { after: 1 });
  say(sheet, parent, [run(`${terms.shouldRead}: `, SIZE, 'bold'), ...sideRuns(parts, 'gone')], { after: 1 });
  const aside = why === '' ? '' : `${why} `;
  say(sheet, parent, [run(`${aside}${isolated(byWords(claim, frame))}`, 7.9, 'regular', INK_2)], { after: 9 });
}

/** One of two texts set against each other: what goes struck through, what comes in bold, unless that is all of it. */
function sideRuns(parts: readonly DiffPart[], without: 'come' | 'gone'): readonly Run[] {
  const isWhole = !parts.some(({ kind }) => kind === 'same');
  const words = sideOf(parts, without).map(({ kind, text }): Run => {
    const plain = run(text.replaceAll('\n', ' '), 9.4);
    if (kind === 'same' || isWhole) return plain;
    return kind === 'gone' ? { ...plain, colour: INK_2, struck: true } : { ...plain, face: 'bold' };
  });
  return [run('\u2068', 9.4), ...words, run('\u2069', 9.4)];
}

/** Length of a quote where claims are listed, in UTF-16 units: the list of claims has all of it. */
const QUOTE_LENGTH = 240;

function quoteWords({ spans }: Proposal['claim']): string {
  return isolated(toExcerpt(spans.map(({ quote }) => quote.slice(0, 2 * QUOTE_LENGTH)).join(' […] '), QUOTE_LENGTH));
}

/** Claims by what is missing; a claim may stand in several groups. */
export function* unattributed(sheet: Sheet, parent: Element, { contents, frame }: ReportModel): Generator<void> {
  for (const { key, title, about } of unattributedGroups(frame)) {
    const claims = contents.unattributed[key];
    if (claims.length === 0) continue;
    sheet.ensure(48);
    const head = [run(title, 9.5, 'bold'), run(`  ${frame.counts.number(claims.length)}`, 8, 'regular', INK_2)];
    say(sheet, parent, head, { type: 'H3', after: 0 });
    say(sheet, parent, [run(about, 8, 'regular', INK_2)], { after: 2 });
    for (const claim of claims) {
      say(sheet, parent, [badgeRun(claim, 6.5, toEntry(claim, frame), frame), run(` ${quoteWords(claim)}`, SIZE)], { after: 1 });
      yield;
    }
    sheet.y += 6;
  }
}

const WIDTHS = [44, 104, 216, CONTENT_WIDTH - 364];

export function* numbers(sheet: Sheet, parent: Element, { contents, frame }: ReportModel): Generator<void> {
  const columns = frame.report.numberColumns.map((head, index) => ({ head, width: WIDTHS[index] as number }));
  yield* table(sheet, parent, columns, contents.numbers, (row) => [
    [badgeRun(row.claim, 6.2, toEntry(row.claim, frame), frame)],
    cell(isolated(figureWords(row, frame))),
    [run(quoteWords(row.claim), CELL_SIZE)],
    cell(foundWords(row.claim, frame)),
  ]);
}

/** What was not checked and why, then what the author is still to be asked. Yields after each question. */
export function* limitList(sheet: Sheet, parent: Element, model: ReportModel): Generator<void> {
  const { frame } = model;
  const list = sheet.element(parent, 'L');
  const lines = limitLines(model);
  yield;
  for (const line of lines) say(sheet, sheet.element(list, 'LI'), lineRuns(line, frame), { type: 'LBody', after: 4 });
  list.end();
  yield;
  const { questions } = model.contents;
  if (questions.length === 0) return;
  sheet.ensure(40);
  sheet.y += 4;
  say(sheet, parent, [run(frame.report.questions, 9.5, 'bold')], { type: 'H3', after: 2 });
  for (const claim of questions) {
    say(sheet, parent, [badgeRun(claim, 6.5, toEntry(claim, frame), frame), run(` ${isolated(claim.finding.question)}`, 9)], { after: 4 });
    yield;
  }
}

function lineRuns({ head, claims, tail }: ClaimLine, frame: Frame): readonly Run[] {
  if (claims.length === 0) return [run(`${head}${tail}`, 9)];
  const named = namedOf(claims).flatMap((claim, at): readonly Run[] => [
    ...(at === 0 ? [] : [run(', ', 9)]),
    { ...run(`C${claim.number}`, 9), link: toEntry(claim, frame) },
  ]);
  const rest = claims.length - named.filter(({ link }) => link !== undefined).length;
  return [run(`${head} (`, 9), ...named, run(`${moreWords(rest, frame)})${tail}`, 9)];
}
