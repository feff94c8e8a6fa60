import { type Xml, xml } from '../office/xml';

/** What a cell can hold. An empty string is no cell. A `Date` is a moment in UTC. */
export type CellValue = string | number | Date;

/** The places of the cell formats in workbook.ts. */
export const FORMATS = { plain: 0, head: 1, words: 2, moment: 3, day: 4, key: 5 } as const;
export type CellFormat = (typeof FORMATS)[keyof typeof FORMATS];

/** The most UTF-16 units of a cell ("Excel specifications and limits"); a file with more is called damaged. */
export const CELL_MAX = 32_767;

const CUT = ' … [cut here: a cell holds no more]';

/** A cell at a place such as `A1`; none for an empty text. Text is never a formula: it stands in another element than formulas do. */
export function cell(place: string, value: CellValue, format: CellFormat): Xml | null {
  if (value === '') return null;
  if (typeof value === 'string') {
    const words = escapeEscapes(cutToCell(value));
    return xml`<c r="${place}" s="${format}" t="inlineStr"><is><t xml:space="preserve">${words}</t></is></c>`;
  }
  return xml`<c r="${place}" s="${format}"><v>${typeof value === 'number' ? value : toSerial(value)}</v></c>`;
}

function cutToCell(text: string): string {
  if (text.length <= CELL_MAX) return text;
  return `${text.slice(0, CELL_MAX - CUT.length).replace(/[\ud800-\udbff]$/u, '')}${CUT}`;
}

/** What looks like the escape of a character, `_x000D_`, is one to a reader (ECMA-376 22.9.2.19, ST_Xstring): its first sign is escaped. */
function escapeEscapes(text: string): string {
  return text.replace(/_(?=x[0-9a-f]{4}_)/giu, '_x005F_');
}

const DAY = 86_400_000;
/** 1 January 1970 in days as spreadsheets count them, from the last of December 1899 (ECMA-376 18.17.4.1). */
const EPOCH = 25_569;

/** Days with a fraction, as exactly as a number can have them: programs that cut off what is less than a second would else show one less. */
export function toSerial(moment: Date): number {
  return moment.getTime() / DAY + EPOCH;
}

/** `A`, `Z`, `AA` ... for 0, 25, 26. */
export function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : `${columnName(Math.floor(index / 26) - 1)}${letter}`;
}
