import { nameWords } from '@/lib/attribution/link-name';
import type { Frame } from '@/lib/frame/frame';
import { nodeNotes } from '@/lib/provenance/graph-words';
import type { ReportModel } from '@/lib/report/model';
import type { Picker } from '../claim-picker';
import { isOutlined, MARGIN, scaleOf, toSummary } from '../graph-picture';
import { type WayEnd, waysOf } from '../ways';
import { toExcerpt } from '../wording';
import type { Element } from './canvas';
import { INK, INK_2, INK_3, lighter, lookOf } from './palette';
import { isolated, numberRuns } from './runs';
import { CONTENT_WIDTH, gap, PAGE, run, type Sheet } from './sheet';
import { CELL_SIZE, cell, table } from './table';

/** Where the claims come from, drawn, and the same ways in a table. */
export function* graph(sheet: Sheet, parent: Element, model: ReportModel, pick: Picker): Generator<void> {
  const { layout, label } = model.sourcing;
  const { report } = model.frame;
  if (label.claimIds.length === 0) {
    sheet.flow([{ x: PAGE.left, strips: sheet.paragraph(parent, [run(report.noClaims, 9)], { width: CONTENT_WIDTH, leading: 13 }) }]);
    return;
  }
  const scale = scaleOf(layout, CONTENT_WIDTH);
  const height = (layout.height + 2 * MARGIN) * scale;
  const notes = nodeNotes(model.sourcing.graph, model.frame);
  yield;
  sheet.ensure(height + 20);
  const top = sheet.y + MARGIN * scale;
  sheet.canvas.figure(parent, toSummary(model), [PAGE.left, sheet.y, CONTENT_WIDTH, height], () =>
    picture(sheet, model, notes, top, scale),
  );
  sheet.y += height + 4;
  const words = [run(report.graph.legend, 7.5, 'regular', INK_2)];
  sheet.flow([{ x: PAGE.left, strips: sheet.paragraph(parent, words, { width: CONTENT_WIDTH, leading: 11, after: 8 }) }]);
  yield;
  yield* ways(sheet, parent, model, pick);
}

function picture(sheet: Sheet, { sourcing, frame }: ReportModel, notes: ReturnType<typeof nodeNotes>, top: number, scale: number): void {
  const { canvas } = sheet;
  for (const ribbon of sourcing.layout.ribbons) {
    const { tint, line } = lookOf(ribbon.sourceClass);
    const dashed = isOutlined(ribbon);
    canvas.path(ribbon.path, PAGE.left, top, scale, dashed ? 'ffffff' : lighter(tint), dashed ? line : null, dashed);
  }
  const size = Math.max(6.5, 11.5 * scale);
  for (const { key, x, y, width, height, label, sourceClass, claimIds, name } of sourcing.layout.nodes) {
    const fill = sourceClass === null ? INK : lookOf(sourceClass).line;
    canvas.box(PAGE.left + x * scale, top + y * scale, width * scale, Math.max(1, height * scale), fill);
    const note = notes.get(key) ?? '';
    const fits = Math.max(4, Math.floor((label.width * scale) / (size * 0.56)));
    const left = PAGE.left + label.x * scale;
    const middle = top + label.y * scale;
    const words = `${frame.counts.number(claimIds.length)} ${toExcerpt(nameWords(name, frame.attribution), fits)}`;
    canvas.words(words, left, middle + (note === '' ? size * 0.35 : -size * 0.15), { face: 'regular', size, colour: INK });
    if (note !== '')
      canvas.words(toExcerpt(note, Math.floor(fits * 1.2)), left, middle + size * 0.9, {
        face: 'italic',
        size: size * 0.84,
        colour: INK_3,
      });
  }
}

function* ways(sheet: Sheet, parent: Element, model: ReportModel, pick: Picker): Generator<void> {
  const { report, counts } = model.frame;
  const widths = [140, 140, 44, 58, CONTENT_WIDTH - 382];
  const caption = [run(report.waysCaption, 7.9, 'italic', INK_2)];
  sheet.flow([{ x: PAGE.left, strips: [...sheet.paragraph(parent, caption, { width: CONTENT_WIDTH, leading: 11 }), gap(2)] }]);
  yield* table(
    sheet,
    parent,
    report.wayColumns.map((head, index) => ({ head, width: widths[index] as number })),
    waysOf(model),
    ({ from, to, back, claimIds, outside }) => [
      cell(endWords(from, model.frame)),
      cell(`${endWords(to, model.frame)}${back}`),
      cell(counts.number(claimIds.length)),
      cell(counts.number(outside)),
      numberRuns(pick(claimIds), CELL_SIZE, model.frame),
    ],
  );
}

function endWords({ name, behind }: WayEnd, { report }: Frame): string {
  return `${isolated(name)}${behind === '' ? '' : ` ${report.behind} ${isolated(behind)}`}`;
}
