import type { Element } from './canvas';
import { INK_2, RULE } from './palette';
import type { Run } from './paragraph';
import { gap, PAGE, run, type Sheet } from './sheet';

/** A column of a table: its head and its width in points. */
export type TableColumn = { readonly head: string; readonly width: number };

const SIZE = 7.9;
const LEADING = 10.8;
const GAP = 8;

/** A table over as many pages as it takes, row by row. Yields after each row. */
export function* table(
  sheet: Sheet,
  parent: Element,
  columns: readonly TableColumn[],
  rows: Iterable<readonly (readonly Run[])[]>,
): Generator<void> {
  const element = sheet.element(parent, 'Table');
  drawRow(
    sheet,
    element,
    columns,
    columns.map(({ head }) => [run(head, 7.2, 'regular', INK_2)]),
    'TH',
  );
  for (const row of rows) {
    drawRow(sheet, element, columns, row, 'TD');
    yield;
  }
  element.end();
  sheet.y += 6;
}

function drawRow(
  sheet: Sheet,
  element: Element,
  columns: readonly TableColumn[],
  cells: readonly (readonly Run[])[],
  type: 'TH' | 'TD',
): void {
  const row = sheet.element(element, 'TR');
  let x = PAGE.left;
  const drawn = columns.map(({ width }, index) => {
    const runs = cells[index] ?? [];
    const strips = sheet.paragraph(row, runs.length === 0 ? [run('', SIZE)] : runs, { width: width - GAP, leading: LEADING, type });
    const column = { x, strips: [gap(3), ...strips, gap(3)] };
    x += width;
    return column;
  });
  sheet.ensure(Math.min(60, Math.max(...drawn.map(({ strips }) => strips.reduce((sum, strip) => sum + strip.height, 0)))));
  sheet.flow(drawn);
  sheet.canvas.artifact(() => sheet.canvas.rule(PAGE.left, sheet.y, x - PAGE.left, RULE, 0.4));
  row.end();
}

export function cell(text: string, face: Run['face'] = 'regular'): readonly Run[] {
  return [run(text, SIZE, face)];
}

export const CELL_SIZE = SIZE;
