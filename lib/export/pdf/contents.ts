import type { ReportModel } from '@/lib/report/model';
import type { Proposal } from '@/lib/report/proposals';
import {
  byWords,
  type ClaimLine,
  figureWords,
  foundWords,
  headFacts,
  NUMBER_COLUMNS,
  namedOf,
  UNATTRIBUTED_GROUPS,
} from '../contents-words';
import { limitLines } from '../limit-words';
import { toExcerpt, toListText, toNumberText } from '../wording';
import type { Element } from './canvas';
import { INK_2, INK_3 } from './palette';
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
    const said = fact.names.length === 0 ? fact.words : toListText(fact.names.map(isolated));
    // Read as one: “Outlet not stated in the text”.
    const element = sheet.element(parent, 'P');
    const [head] = sheet.paragraph(parent, [run(`${fact.term}\u00a0`, SIZE, 'regular', INK_3)], { width: term, leading: 11.5, element });
    const body = sheet.paragraph(parent, [run(said, SIZE)], { width: width - term, leading: 11.5, element });
    const strips = body.map((strip, index) => ({
      height: strip.height,
      draw: (x: number, y: number) => {
        if (index === 0) head?.draw(x, y);
        strip.draw(x + term, y);
        if (index === body.length - 1) element.end();
      },
    }));
    columns[at % 2]?.push(...strips);
  }
  sheet.y += 10;
  sheet.flow(columns.map((strips, at) => ({ x: PAGE.left + at * (width + gutter), strips })));
}

/** Each proposal: the words as they stand, then what should stand there. */
export function* checkedCopy(sheet: Sheet, parent: Element, { contents }: ReportModel): Generator<void> {
  for (const proposal of contents.proposals) {
    sheet.ensure(56);
    toProposal(sheet, parent, proposal);
    yield;
  }
}

function toProposal(sheet: Sheet, parent: Element, { claim, correction, why }: Proposal): void {
  const words = claim.spans.map(({ quote }) => quote.replaceAll('\n', ' ')).join(' […] ');
  const badge = badgeRun(claim, 6.5, toEntry(claim));
  say(sheet, parent, [badge, run(' As it stands: ', SIZE, 'bold'), run(isolated(words), 9.4)], { after: 1 });
  say(sheet, parent, [run('Should read: ', SIZE, 'bold'), run(isolated(correction), 9.4)], { after: 1 });
  const aside = why === '' ? '' : `${why} `;
  say(sheet, parent, [run(`${aside}${isolated(byWords(claim))}`, 7.9, 'regular', INK_2)], { after: 9 });
}

/** Length of a quote where claims are listed, in UTF-16 units: the list of claims has all of it. */
const QUOTE_LENGTH = 240;

function quoteWords({ spans }: Proposal['claim']): string {
  return isolated(toExcerpt(spans.map(({ quote }) => quote.slice(0, 2 * QUOTE_LENGTH)).join(' […] '), QUOTE_LENGTH));
}

/** Claims by what is missing; a claim may stand in several groups. */
export function* unattributed(sheet: Sheet, parent: Element, { contents }: ReportModel): Generator<void> {
  for (const { key, title, about } of UNATTRIBUTED_GROUPS) {
    const claims = contents.unattributed[key];
    if (claims.length === 0) continue;
    sheet.ensure(48);
    const head = [run(title, 9.5, 'bold'), run(`  ${toNumberText(claims.length)}`, 8, 'regular', INK_2)];
    say(sheet, parent, head, { type: 'H3', after: 0 });
    say(sheet, parent, [run(about, 8, 'regular', INK_2)], { after: 2 });
    for (const claim of claims) {
      say(sheet, parent, [badgeRun(claim, 6.5, toEntry(claim)), run(` ${quoteWords(claim)}`, SIZE)], { after: 1 });
      yield;
    }
    sheet.y += 6;
  }
}

const WIDTHS = [44, 104, 216, CONTENT_WIDTH - 364];

export function* numbers(sheet: Sheet, parent: Element, { contents }: ReportModel): Generator<void> {
  const columns = NUMBER_COLUMNS.map((head, index) => ({ head, width: WIDTHS[index] as number }));
  yield* table(
    sheet,
    parent,
    columns,
    contents.numbers.map((row) => [
      [badgeRun(row.claim, 6.2, toEntry(row.claim))],
      cell(isolated(figureWords(row))),
      [run(quoteWords(row.claim), CELL_SIZE)],
      cell(foundWords(row.claim)),
    ]),
  );
}

/** What was not checked and why, then what the author is still to be asked. */
export function limitList(sheet: Sheet, parent: Element, model: ReportModel): void {
  const list = sheet.element(parent, 'L');
  for (const line of limitLines(model)) say(sheet, sheet.element(list, 'LI'), lineRuns(line), { type: 'LBody', after: 4 });
  list.end();
  const { questions } = model.contents;
  if (questions.length === 0) return;
  sheet.ensure(40);
  sheet.y += 4;
  say(sheet, parent, [run('Questions to the author', 9.5, 'bold')], { type: 'H3', after: 2 });
  for (const claim of questions) {
    say(sheet, parent, [badgeRun(claim, 6.5, toEntry(claim)), run(` ${isolated(claim.finding.question)}`, 9)], { after: 4 });
  }
}

function lineRuns({ head, claims, tail }: ClaimLine): readonly Run[] {
  if (claims.length === 0) return [run(`${head}${tail}`, 9)];
  const named = namedOf(claims).flatMap((claim, at): readonly Run[] => [
    ...(at === 0 ? [] : [run(', ', 9)]),
    { ...run(`C${claim.number}`, 9), link: toEntry(claim) },
  ]);
  const rest = claims.length - named.filter(({ link }) => link !== undefined).length;
  return [run(`${head} (`, 9), ...named, run(`${rest === 0 ? '' : ` and ${toNumberText(rest)} more`})${tail}`, 9)];
}
