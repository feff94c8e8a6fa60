import { type Xml, xml } from '../office/xml';
import { type CellFormat, type CellValue, cell, columnName, FORMATS } from './cell';

/** A table of one sheet. `count` is how many rows there are: it is written before them. */
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
export function lastCell({ columns, count }: Sheet): { readonly column: string; readonly row: number } {
  return { column: columnName(columns.length - 1), row: count + 1 };
}

/** A worksheet, a row at a time: the header and the first column stay in sight, every column has a filter (ECMA-376 18.3.1.99, CT_Worksheet). */
export function* sheetPieces(sheet: Sheet, isFirst: boolean): Generator<string, void, undefined> {
  const { columns, rows } = sheet;
  const { column, row: lastRow } = lastCell(sheet);
  const range = `A1:${column}${lastRow}`;
  const names = columns.map((_, at) => columnName(at));
  const widths = columns.map(({ width }, at) => xml`<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`);
  yield xml`<worksheet xmlns="${SPREADSHEET}"><dimension ref="${range}"/><sheetViews><sheetView${isFirst ? xml` tabSelected="1"` : null} workbookViewId="0"><pane xSplit="1" ySplit="1" topLeftCell="B2" activePane="bottomRight" state="frozen"/><selection pane="topRight"/><selection pane="bottomLeft"/><selection pane="bottomRight"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/><cols>${widths}</cols><sheetData>`.toString();
  const heads = columns.map(({ name }, at) => cell(`${names[at]}1`, name, FORMATS.head));
  yield toRow(1, heads).toString();
  let number = 1;
  for (const row of rows) {
    number += 1;
    const place = number;
    const cells = row.map((value, at) => cell(`${names[at]}${place}`, value, formatOf(value, columns[at])));
    yield toRow(place, cells).toString();
  }
  yield xml`</sheetData><autoFilter ref="${range}"/><pageMargins left="0.4" right="0.4" top="0.5" bottom="0.5" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape"/></worksheet>`.toString();
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
