import { nameWords } from '@/lib/attribution/link-name';
import type { ClaimPair } from '@/lib/provenance/label';
import type { SpeakerRow } from '@/lib/provenance/who-speaks';
import type { ReportOrigin } from '@/lib/report/claim-sourcing';
import type { ReportClaim, ReportModel } from '@/lib/report/model';
import type { Picker } from '../claim-picker';
import { groupPairs } from '../pairs';
import { NO_CONFLICTS, NO_ORIGINS, SPEAKER_COLUMNS } from '../report-words';
import { INDEPENDENCE_FACTS, noteBetween, outsideWords, retractedWords } from '../sourcing-words';
import { toListText, toNumberText } from '../wording';
import type { Element } from './canvas';
import { INK_2, RED } from './palette';
import type { Run } from './paragraph';
import { badgeRun, classRun, glossRuns, isolated, numberRuns, toEntry } from './runs';
import { CONTENT_WIDTH, gap, PAGE, run, type Sheet } from './sheet';
import { CELL_SIZE, cell, table } from './table';

export function independenceText({ independence }: Pick<ReportOrigin, 'independence'>): string {
  const { sign, label } = INDEPENDENCE_FACTS[independence];
  return `${sign} ${label}`;
}

/** One paragraph across the page. */
export function say(
  sheet: Sheet,
  parent: Element,
  runs: readonly Run[],
  look: { readonly type?: string; readonly lang?: string; readonly after?: number } = {},
): void {
  sheet.flow([{ x: PAGE.left, strips: sheet.paragraph(parent, runs, { width: CONTENT_WIDTH, leading: 12.5, after: 3, ...look }) }]);
}

export function* speakers(sheet: Sheet, parent: Element, { sourcing }: ReportModel, pick: Picker): Generator<void> {
  if (sourcing.speakers.length === 0) return say(sheet, parent, [run('No claims.', 9)]);
  const widths = [124, 118, 38, 78, 84, CONTENT_WIDTH - 442];
  const columns = SPEAKER_COLUMNS.map((head, index) => ({ head, width: widths[index] as number }));
  yield* table(
    sheet,
    parent,
    columns,
    sourcing.speakers.map((row) => speakerRow(row, pick)),
  );
}

function speakerRow(
  { sourceClass, name, source, presentation, claimIds, reach, reading, origin }: SpeakerRow,
  pick: Picker,
): readonly (readonly Run[])[] {
  return [
    [classRun(sourceClass, 6.5), run(` ${isolated(nameWords(name))}${retractedWords(source)}`, CELL_SIZE, 'bold')],
    cell(presentation),
    cell(toNumberText(claimIds.length)),
    cell(reading === null ? reach : `${reach}, ${reading}`),
    cell(`${independenceText(origin)}${origin.name === null ? '' : `: ${isolated(origin.name)}`}`),
    numberRuns(pick(claimIds), CELL_SIZE),
  ];
}

export function* origins(sheet: Sheet, parent: Element, model: ReportModel, pick: Picker): Generator<void> {
  if (model.origins.length === 0) return say(sheet, parent, [run(NO_ORIGINS, 9)]);
  for (const origin of model.origins) {
    const { name, sources, groups, claimIds } = origin;
    sheet.ensure(48);
    say(sheet, parent, [run(isolated(name), 9.5, 'bold'), run(`  ${independenceText(origin)}`, 8, 'regular', INK_2)], {
      type: 'H3',
      after: 0,
    });
    const members = sources.map((source) => `${isolated(source.name)}${retractedWords(source)}`);
    if (members.length > 0) say(sheet, parent, [run(toListText(members), 8.5)], { after: 0 });
    for (const { reason, attested } of groups) {
      if (reason !== '') say(sheet, parent, [run('One origin because: ', 8.5, 'bold'), run(isolated(reason), 8.5)], { after: 0 });
      if (attested !== null) say(sheet, parent, [run('Independent because: ', 8.5, 'bold'), run(isolated(attested), 8.5)], { after: 0 });
    }
    say(sheet, parent, [run('Claims ', 8, 'regular', INK_2), ...numberRuns(pick(claimIds), 8)], { after: 8 });
    yield;
  }
}

const SIGNS = { contradicts: { sign: '≠', word: 'contradicts' }, tension: { sign: '~', word: 'is in tension with' } } as const;

/** Claims beside those they contradict, then those in tension; at the end how many relations lead out of the report. */
export function* conflicts(sheet: Sheet, parent: Element, model: ReportModel, pick: Picker): Generator<void> {
  const { contradictions, tensions } = model.sourcing.label;
  const outside = outsideWords(model);
  if (contradictions.length + tensions.length === 0 && outside === null) return say(sheet, parent, [run(NO_CONFLICTS, 9)]);
  yield* pairs(sheet, parent, contradictions, 'contradicts', pick);
  yield* pairs(sheet, parent, tensions, 'tension', pick);
  if (outside !== null) say(sheet, parent, [run(outside, 8.5, 'regular', INK_2)]);
}

function* pairs(sheet: Sheet, parent: Element, all: readonly ClaimPair[], kind: keyof typeof SIGNS, pick: Picker): Generator<void> {
  const { sign, word } = SIGNS[kind];
  const width = (CONTENT_WIDTH - 60) / 2;
  for (const { centre, others } of groupPairs(all)) {
    const [middle] = pick([centre]);
    if (middle === undefined) continue;
    sheet.ensure(50);
    const left = quote(sheet, parent, middle, '', width);
    const [neq] = sheet.paragraph(parent, [{ ...run(sign, 15, 'regular', RED) }], { width: 40, leading: 20, type: 'Span' });
    const right = pick(others).flatMap((other) => [...quote(sheet, parent, other, noteBetween(middle, other, kind), width), gap(6)]);
    sheet.flow([
      { x: PAGE.left, strips: left },
      { x: PAGE.left + width + 24, strips: neq === undefined || word === undefined ? [] : [neq] },
      { x: PAGE.left + width + 60, strips: right },
    ]);
    sheet.y += 8;
    yield;
  }
}

function quote(sheet: Sheet, parent: Element, claim: ReportClaim, note: string, width: number) {
  const words = claim.spans.map((span) => span.quote.replaceAll('\n', ' ')).join(' […] ');
  const below: readonly Run[] = [
    badgeRun(claim, 6.5, toEntry(claim)),
    ...glossRuns(claim.chain, 7.9),
    ...(note === '' ? [] : [run(`. ${isolated(note)}`, 7.9, 'regular', INK_2)]),
  ];
  return [
    ...sheet.paragraph(parent, [{ ...run(words, 9.4), marks: [{ claim, lane: 0 as const }] }], { width, leading: 15, lang: 'und' }),
    ...sheet.paragraph(parent, below, { width, leading: 11 }),
  ];
}
