import type { Frame } from '@/lib/frame/frame';
import { frameOf } from '@/lib/frame/frames';
import { OWN_LANGUAGE } from '@/lib/frame/languages';
import { appError, Refusal } from '@/lib/kernel/app-error';
import type { Pause } from '@/lib/kernel/pause';
import type { ReportModel } from '@/lib/report/model';
import { csvPieces } from '../csv';
import { archiveInTurns } from '../office/archive';
import { officePackage, RELATIONSHIPS_TYPE, wholePart } from '../office/package';
import { XML_HEAD } from '../office/xml';
import { encodePieces } from '../pieces';
import { CLAIM_SHEET_COLUMNS, claimSheet } from '../xlsx/claim-sheet';
import { ROWS_MAX, type Sheet, sheetFoot, sheetHead, sheetPieces, sheetRow } from '../xlsx/sheet';
import { STYLES, toWorkbook, workbookRelationships } from '../xlsx/workbook';
import type { Many, ReadWanted } from './archive';

/** The formats that are tables, so that the claims of many articles can stand in one. */
export const TABLE_FORMATS = ['csv', 'xlsx'] as const;
export type TableFormat = (typeof TABLE_FORMATS)[number];

export function isTableFormat(format: string): format is TableFormat {
  return (TABLE_FORMATS as readonly string[]).includes(format);
}

/** Why so many claims do not fit into one sheet, or null where they do. `claims` is how many there are. */
export function tooManyRows(format: TableFormat, claims: number): string | null {
  if (format !== 'xlsx' || claims <= ROWS_MAX) return null;
  return `A sheet holds ${ROWS_MAX.toLocaleString('en')} claims, and these articles have ${claims.toLocaleString('en')}. Choose fewer articles, or the CSV, which holds any number.`;
}

/** One table over many articles: a row for each claim, article after article, with the columns of the same format for one. */
export function manyTablePieces(
  format: TableFormat,
  many: Many,
  read: ReadWanted,
  pause: Pause,
): AsyncGenerator<Uint8Array, void, undefined> {
  return format === 'csv' ? csvOf(many, read, pause) : xlsxOf(many, read, pause);
}

/** Read one by one, so that memory holds one article. */
async function* modelsOf({ held }: Many, read: ReadWanted): AsyncGenerator<ReportModel> {
  for (const article of held) {
    const found = await read(article);
    if (found !== null) yield found.model;
  }
}

async function* csvOf(many: Many, read: ReadWanted, pause: Pause): AsyncGenerator<Uint8Array, void, undefined> {
  let isFirst = true;
  for await (const model of modelsOf(many, read)) {
    const pieces = csvPieces(model);
    // The header is the first piece of each.
    if (!isFirst) pieces.next();
    isFirst = false;
    yield* encodePieces(pieces, pause);
    await pause();
  }
}

const KIND = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

async function* xlsxOf(many: Many, read: ReadWanted, pause: Pause): AsyncGenerator<Uint8Array, void, undefined> {
  const columns = CLAIM_SHEET_COLUMNS;
  const frame = frameOf(many.choice.choices.language ?? OWN_LANGUAGE);
  const written = { count: 0, articles: new Map<string, Written>() };
  async function* claimPieces() {
    yield XML_HEAD + sheetHead(columns, true);
    for await (const model of modelsOf(many, read)) {
      const { id, title, topic } = model.article;
      written.articles.set(id, { title, topic, claims: model.claims.length });
      for (const row of claimSheet(model).rows) {
        if (written.count >= ROWS_MAX) throw new Refusal(appError('TOO_LARGE', tooManyRows('xlsx', ROWS_MAX + 1) ?? ''));
        written.count += 1;
        yield sheetRow(columns, row, written.count + 1);
      }
      await pause();
    }
    yield sheetFoot({ columns, count: written.count });
  }
  // Both are written after the claims, when it is known what there is.
  function* articlePieces() {
    yield XML_HEAD;
    yield* sheetPieces(articleSheet(many, written.articles, frame), false);
  }
  function* workbook() {
    const sheets = [{ name: 'Claims', columns, count: written.count }, articleSheet(many, written.articles, frame)];
    yield XML_HEAD + toWorkbook(sheets).toString();
  }
  const sheetType = `${KIND}.worksheet+xml`;
  const parts = officePackage(
    {
      frame,
      kind: many.choice.claims.kind,
      desk: many.desk,
      article: { topic: '' },
      generator: many.generator,
      generatedAt: many.generatedAt,
    },
    frame.layout.many.title,
    [
      { path: 'xl/workbook.xml', contentType: `${KIND}.sheet.main+xml`, pieces: workbook() },
      wholePart('xl/_rels/workbook.xml.rels', RELATIONSHIPS_TYPE, workbookRelationships(['Claims', 'Articles'])),
      wholePart('xl/styles.xml', `${KIND}.styles+xml`, STYLES),
      { path: 'xl/worksheets/sheet1.xml', contentType: sheetType, pieces: claimPieces() },
      { path: 'xl/worksheets/sheet2.xml', contentType: sheetType, pieces: articlePieces() },
    ],
  );
  const isLate = ({ path }: { readonly path: string }) => path === 'xl/workbook.xml';
  yield* archiveInTurns(
    [...parts].sort((a, b) => Number(isLate(a)) - Number(isLate(b))),
    pause,
  );
}

/** What the file says of an article: of the model, which is without what is withheld. */
type Written = { readonly title: string; readonly topic: string; readonly claims: number };

/** Every article asked for: how many of its claims stand in the table, or why it is left out. */
function articleSheet({ held, leftOut, late }: Many, written: ReadonlyMap<string, Written>, { layout }: Frame): Sheet {
  const words = layout.many.leftOut;
  const columns = [
    { name: 'article_id', width: 18 },
    { name: 'article_title', width: 60 },
    { name: 'article_topic', width: 30 },
    { name: 'claims', width: 10 },
    { name: 'left_out_because', width: 40 },
  ];
  const rows = [
    ...held.map(({ id, title }) => {
      const found = written.get(id);
      const why = late.find((one) => one.id === id)?.why ?? 'gone';
      return found === undefined ? [id, title, '', 0, words[why]] : [id, found.title, found.topic, found.claims, ''];
    }),
    ...leftOut.map(({ id, title, why }) => [id, title, '', 0, words[why]]),
  ];
  return { name: 'Articles', columns, count: rows.length, rows };
}
