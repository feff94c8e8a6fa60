import { stringify } from 'csv-stringify/sync';
import { SOURCE_CLASS_FACTS, toSourceClass } from '@/lib/attribution/source-type';
import type { ReportClaim, ReportModel, ReportSpan } from '@/lib/report/model';

type Column = { readonly name: string; readonly value: (claim: ReportClaim, model: ReportModel) => string | number };

/** Between the parts of a claim that has several spans. */
const PART = ' […] ';

/** The columns, in order. docs/formats.md describes each; a new one goes to the end, so that scripts that count columns go on working. */
const COLUMNS: readonly Column[] = [
  { name: 'claim', value: ({ number }) => number },
  { name: 'quote', value: ({ spans }) => spans.map(({ quote }) => quote).join(PART) },
  { name: 'source_class', value: ({ sourceType }) => SOURCE_CLASS_FACTS[toSourceClass(sourceType)].label },
  { name: 'source_type', value: ({ sourceType }) => sourceType },
  { name: 'source', value: ({ source }) => source?.name ?? '' },
  { name: 'source_kind', value: ({ source }) => source?.kind ?? '' },
  { name: 'confidence', value: ({ confidence }) => confidence },
  { name: 'note', value: ({ note }) => note },
  { name: 'state', value: ({ state }) => state },
  { name: 'start', value: ({ spans }) => (spans[0] as ReportSpan).place.start },
  { name: 'end', value: ({ spans }) => (spans.at(-1) as ReportSpan).place.end },
  // Two dots: a spreadsheet would read "12-34" as a date.
  { name: 'spans', value: ({ spans }) => spans.map(({ place }) => `${place.start}..${place.end}`).join(' ') },
  { name: 'made_by', value: ({ createdBy }) => createdBy.name },
  { name: 'made_at', value: ({ createdAt }) => createdAt.toISOString() },
  { name: 'last_edited_by', value: ({ lastEditedBy }) => lastEditedBy.name },
  { name: 'updated_at', value: ({ updatedAt }) => updatedAt.toISOString() },
  { name: 'submitted_at', value: ({ submittedAt }) => submittedAt?.toISOString() ?? '' },
  { name: 'approved_by', value: ({ approval }) => approval?.by.name ?? '' },
  { name: 'approved_at', value: ({ approval }) => approval?.at.toISOString() ?? '' },
  { name: 'reason', value: ({ reason }) => reason?.text ?? '' },
  { name: 'reason_by', value: ({ reason }) => reason?.by.name ?? '' },
  { name: 'claim_id', value: ({ id }) => id },
  { name: 'source_id', value: ({ source }) => source?.id ?? '' },
  { name: 'article_id', value: ({ articleId }) => articleId },
  { name: 'article_title', value: (_, { article }) => article.title },
  { name: 'revision_id', value: ({ revisionId }) => revisionId },
  { name: 'revision_sha256', value: (_, { revision }) => revision.sha256 },
];

export const CSV_COLUMNS: readonly string[] = COLUMNS.map(({ name }) => name);

/**
 * CSV (RFC 4180): a header, one row for each claim in text order, CRLF line ends. It begins with a byte
 * order mark, without which Excel reads UTF-8 as the local code page; every field a person typed is
 * kept from being read as a formula (`neutraliseFormula`).
 */
export function toCsv(model: ReportModel): string {
  const rows = model.claims.map((claim) =>
    COLUMNS.map(({ value }) => {
      const field = value(claim, model);
      return typeof field === 'string' ? neutraliseFormula(field) : field;
    }),
  );
  return stringify([CSV_COLUMNS, ...rows], { bom: true, record_delimiter: 'windows' });
}

/**
 * What a spreadsheet takes for the beginning of a formula (OWASP, "CSV Injection"): = + - @ tab CR LF and the
 * full-width forms of the signs. Apostrophes before them count too: otherwise `'=1` and the
 * neutralised `=1` would be written alike, and the original could not be told.
 */
const FORMULA = /^'*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/u;

/** The field with an apostrophe before it when it could be read as a formula. */
export function neutraliseFormula(field: string): string {
  return FORMULA.test(field) ? `'${field}` : field;
}
