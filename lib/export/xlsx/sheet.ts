import type { Frame } from '@/lib/frame/frame';
import { type Xml, xml } from '../office/xml';
import { type CellFormat, type CellValue, cell, columnName, FORMATS } from './cell';

/** A table of one sheet. `count` is how many rows there are; those beyond ROWS_MAX are not written. */
export type Sheet = {
  readonly name: string;
  readonly columns: readonly SheetColumn[];
  readonly count: number;
  readonly rows: Iterable<readonly CellValue[]>;
};

/** `width` in characters; a `day` is shown without a time. */
export type SheetColumn = { readonly name: string; readonly width: number; readonly day?: boolean };

const SPREADSHEET = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/** Letter and row of the last cell; the header is row 1. */
export function lastCell({ columns, count }: Pick<Sheet, 'columns' | 'count'>): { readonly column: string; readonly row: number } {
  return { column: columnName(columns.length - 1), row: Math.min(count, ROWS_MAX) + 1 };
}

/** The most rows below the header of one sheet ("Excel specifications and limits": 1,048,576 in all). */
export const ROWS_MAX = 1_048_575;

/** A worksheet, a row at a time: the header and the first column stay in sight, every column has a filter (ECMA-376 18.3.1.99, CT_Worksheet). */
export function* sheetPieces(sheet: Sheet, isFirst: boolean): Generator<string, void, undefined> {
  const { columns, rows } = sheet;
  yield sheetHead(columns, isFirst, rangeOf(sheet));
  let number = 1;
  for (const row of rows) {
    if (number > ROWS_MAX) break;
    number += 1;
    yield sheetRow(columns, row, number);
  }
  yield sheetFoot(sheet);
}

/** What stands before the rows, and the header. Where all of it lies is said only where it is known already how many rows there will be. */
export function sheetHead(columns: readonly SheetColumn[], isFirst: boolean, range: string | null = null): string {
  const dimension = range === null ? null : xml`<dimension ref="${range}"/>`;
  const widths = columns.map(({ width }, at) => xml`<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`);
  const heads = columns.map(({ name }, at) => cell(`${columnName(at)}1`, name, FORMATS.head));
  return xml`<worksheet xmlns="${SPREADSHEET}">${dimension}<sheetViews><sheetView${isFirst ? xml` tabSelected="1"` : null} workbookViewId="0"><pane xSplit="1" ySplit="1" topLeftCell="B2" activePane="bottomRight" state="frozen"/><selection pane="topRight"/><selection pane="bottomLeft"/><selection pane="bottomRight"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/><cols>${widths}</cols><sheetData>${toRow(1, heads)}`.toString();
}

/** A row; the first below the header has number 2. */
export function sheetRow(columns: readonly SheetColumn[], row: readonly CellValue[], number: number): string {
  return toRow(
    number,
    row.map((value, at) => cell(`${columnName(at)}${number}`, value, formatOf(value, columns[at]))),
  ).toString();
}

export function sheetFoot(sheet: Pick<Sheet, 'columns' | 'count'>): string {
  return xml`</sheetData><autoFilter ref="${rangeOf(sheet)}"/><pageMargins left="0.4" right="0.4" top="0.5" bottom="0.5" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape"/></worksheet>`.toString();
}

function rangeOf(sheet: Pick<Sheet, 'columns' | 'count'>): string {
  const { column, row } = lastCell(sheet);
  return `A1:${column}${row}`;
}

/** Says that a list is longer than a sheet, or null where it is not. */
export function cutWords({ name, count }: Pick<Sheet, 'name' | 'count'>, { layout }: Frame): string | null {
  if (count <= ROWS_MAX) return null;
  return layout.cut(name, ROWS_MAX, count);
}

function toRow(number: number, cells: readonly (Xml | null)[]): Xml {
  return xml`<row r="${number}">${cells}</row>`;
}

/** Columns of this width are read, and wrap; narrower ones are looked up, and would make their rows tall. */
const WRAPPED = 24;

function formatOf(value: CellValue, column: SheetColumn | undefined): CellFormat {
  if (value instanceof Date) return column?.day ? FORMATS.day : FORMATS.moment;
  if (typeof value === 'number') return FORMATS.plain;
  return (column?.width ?? 0) < WRAPPED ? FORMATS.key : FORMATS.words;
}
