import { nameWords } from '@/lib/attribution/link-name';
import type { Frame } from '@/lib/frame/frame';
import { atOnce, type Steps } from '@/lib/kernel/pause';
import type { SpeakerRow } from '@/lib/provenance/who-speaks';
import type { ReportModel } from '@/lib/report/model';
import type { Picker } from '../claim-picker';
import { independenceText, reachText, retractedWords } from '../sourcing-words';
import type { Element } from './canvas';
import { INK_2 } from './palette';
import type { Run } from './paragraph';
import { classRun, isolated, numberRuns } from './runs';
import { CONTENT_WIDTH, PAGE, run, type Sheet } from './sheet';
import { CELL_SIZE, cell, table } from './table';

/** One paragraph across the page. */
export function say(
  sheet: Sheet,
  parent: Element,
  runs: readonly Run[],
  look: { readonly type?: string; readonly lang?: string; readonly after?: number } = {},
): void {
  atOnce(saySteps(sheet, parent, runs, look));
}

/** The same with steps where it is long. */
export function* saySteps(sheet: Sheet, parent: Element, runs: readonly Run[], look: Parameters<typeof say>[3] = {}): Steps<void> {
  const strips = yield* sheet.paragraphSteps(parent, runs, { width: CONTENT_WIDTH, leading: 12.5, after: 3, ...look });
  yield* sheet.flowSteps([{ x: PAGE.left, strips }]);
}

export function* speakers(sheet: Sheet, parent: Element, { sourcing, frame }: ReportModel, pick: Picker): Generator<void> {
  if (sourcing.speakers.length === 0) return say(sheet, parent, [run(frame.report.noClaims, 9)]);
  const widths = [124, 118, 38, 78, 84, CONTENT_WIDTH - 442];
  const columns = frame.report.speakerColumns.map((head, index) => ({ head, width: widths[index] as number }));
  yield* table(sheet, parent, columns, sourcing.speakers, (row) => speakerRow(row, pick, frame));
}

function speakerRow(row: SpeakerRow, pick: Picker, frame: Frame): readonly (readonly Run[])[] {
  const { sourceClass, name, source, presentation, claimIds, origin } = row;
  return [
    [
      classRun(sourceClass, 6.5),
      run(` ${isolated(nameWords(name, frame.attribution))}${retractedWords(source, frame)}`, CELL_SIZE, 'bold'),
    ],
    cell(presentation),
    cell(frame.counts.number(claimIds.length)),
    cell(reachText(row)),
    cell(`${independenceText(origin, frame)}${origin.name === null ? '' : `: ${isolated(origin.name)}`}`),
    numberRuns(pick(claimIds), CELL_SIZE, frame),
  ];
}

export function* origins(sheet: Sheet, parent: Element, model: ReportModel, pick: Picker): Generator<void> {
  const { frame } = model;
  const { terms } = frame.layout;
  if (model.origins.length === 0) return say(sheet, parent, [run(frame.report.noOrigins, 9)]);
  for (const origin of model.origins) {
    const { name, sources, groups, claimIds } = origin;
    sheet.ensure(48);
    say(sheet, parent, [run(isolated(name), 9.5, 'bold'), run(`  ${independenceText(origin, frame)}`, 8, 'regular', INK_2)], {
      type: 'H3',
      after: 0,
    });
    const members = sources.map((source) => `${isolated(source.name)}${retractedWords(source, frame)}`);
    if (members.length > 0) say(sheet, parent, [run(frame.counts.list(members), 8.5)], { after: 0 });
    for (const { reason, attested } of groups) {
      if (reason !== '') say(sheet, parent, [run(`${terms.oneOrigin}: `, 8.5, 'bold'), run(isolated(reason), 8.5)], { after: 0 });
      if (attested !== null) say(sheet, parent, [run(`${terms.independent}: `, 8.5, 'bold'), run(isolated(attested), 8.5)], { after: 0 });
    }
    yield* saySteps(sheet, parent, [run(`${terms.claims} `, 8, 'regular', INK_2), ...numberRuns(pick(claimIds), 8, frame)], { after: 8 });
    yield;
  }
}
