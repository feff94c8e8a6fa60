import type { ReportModel } from '@/lib/report/model';
import { CLAIM_COLUMNS } from './claim-columns';

export const CSV_COLUMNS: readonly string[] = CLAIM_COLUMNS.map(({ name }) => name);

/**
 * CSV (RFC 4180): a header, one row for each claim in text order, CRLF line ends. It begins with a byte
 * order mark, without which Excel reads UTF-8 as the local code page; every field a person typed is
 * kept from being read as a formula (`neutraliseFormula`).
 */
export function* csvPieces(model: ReportModel): Generator<string, void, undefined> {
  yield `\ufeff${toRecord(CSV_COLUMNS)}`;
  for (const claim of model.claims) {
    yield toRecord(
      CLAIM_COLUMNS.map(({ value }) => {
        const field = value(claim, model);
        return typeof field === 'string' ? neutraliseFormula(field) : toText(field);
      }),
    );
  }
}

function toText(field: number | Date): string {
  return field instanceof Date ? field.toISOString() : String(field);
}

/** Section 2 of RFC 4180. A lone CR or LF is quoted as well: most readers take it for the end of a record. */
function toRecord(fields: readonly string[]): string {
  return `${fields.map((field) => (/[",\r\n]/u.test(field) ? `"${field.replaceAll('"', '""')}"` : field)).join(',')}\r\n`;
}

/**
 * What a spreadsheet takes for the beginning of a formula (OWASP, "CSV Injection"): = + - @ tab CR LF and the
 * full-width forms of the signs. Apostrophes before them count too: otherwise `'=1` and the
 * neutralised `=1` would be written alike, and the original could not be told.
 */
const FORMULA = /^'*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/u;

/**
 * Where a cell begins for a reader that splits at semicolons or tabs, as spreadsheets of many countries do: to it our quotes
 * stand in the middle of a cell and mean nothing, so line ends begin one too. Blanks and quotes before the sign are passed over.
 */
const LATER_FORMULA = /([;\t\r\n][ "]*)(?='*[=+\-@\uff1d\uff0b\uff0d\uff20])/gu;

/** The field with an apostrophe before each sign at which some reader could begin a formula. */
export function neutraliseFormula(field: string): string {
  const later = field.replace(LATER_FORMULA, "$1'");
  return FORMULA.test(field) ? `'${later}` : later;
}
