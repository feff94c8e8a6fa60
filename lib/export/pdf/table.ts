import type { Steps } from '@/lib/kernel/pause';
import type { Element } from './canvas';
import { INK_2, RULE } from './palette';
import type { Run } from './paragraph';
import { type Column, gap, PAGE, run, type Sheet } from './sheet';

/** A column of a table: its head and its width in points. */
export type TableColumn = { readonly head: string; readonly width: number };

const SIZE = 7.9;
const LEADING = 10.8;
const GAP = 8;

/** A table over as many pages as it takes: of each item a row, whose words are worked out when it is written. Yields after each row, and in long ones. */
export function* table<Item>(
  sheet: Sheet,
  parent: Element,
  columns: readonly TableColumn[],
  items: Iterable<Item>,
  toRow: (item: Item) => readonly (readonly Run[])[],
): Generator<void> {
  const element = sheet.element(parent, 'Table');
  yield* drawRow(
    sheet,
    element,
    columns,
    columns.map(({ head }) => [run(head, 7.2, 'regular', INK_2)]),
    'TH',
  );
  for (const item of items) {
    yield* drawRow(sheet, element, columns, toRow(item), 'TD');
    yield;
  }
  element.end();
  sheet.y += 6;
}

function* drawRow(
  sheet: Sheet,
  element: Element,
  columns: readonly TableColumn[],
  cells: readonly (readonly Run[])[],
  type: 'TH' | 'TD',
): Steps<void> {
  const row = sheet.element(element, 'TR');
  let x = PAGE.left;
  const drawn: Column[] = [];
  for (const [index, { width }] of columns.entries()) {
    const runs = cells[index] ?? [];
    const look = { width: width - GAP, leading: LEADING, type };
    const strips = yield* sheet.paragraphSteps(row, runs.length === 0 ? [run('', SIZE)] : runs, look);
    drawn.push({ x, strips: [gap(3), ...strips, gap(3)] });
    x += width;
  }
  sheet.ensure(Math.min(60, Math.max(...drawn.map(({ strips }) => strips.reduce((sum, strip) => sum + strip.height, 0)))));
  yield* sheet.flowSteps(drawn);
  sheet.canvas.artifact(() => sheet.canvas.rule(PAGE.left, sheet.y, x - PAGE.left, RULE, 0.4));
  row.end();
}

export function cell(text: string, face: Run['face'] = 'regular'): readonly Run[] {
  return [run(text, SIZE, face)];
}

export const CELL_SIZE = SIZE;
