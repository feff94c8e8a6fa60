import type { ReportModel } from '@/lib/report/model';
import { archivePieces } from '../office/archive';
import { type OfficePart, officePackage, RELATIONSHIPS_TYPE, wholePart } from '../office/package';
import { XML_HEAD } from '../office/xml';
import type { Step } from '../steps';
import { aboutSheet } from './about-sheet';
import { evidenceSheet, linkSheet } from './claim-parts';
import { claimSheet } from './claim-sheet';
import { cutWords, type Sheet, sheetPieces } from './sheet';
import { sourceSheet } from './source-sheet';
import { STYLES, toWorkbook, workbookRelationships } from './workbook';

const KIND = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/**
 * The report as a workbook (ECMA-376, transitional): a sheet each for claims, sources, links and evidence, which join by
 * `claim_id` and `source_id`, and one that says what the file is. Text is text, numbers are numbers, moments are dates in
 * UTC. The same model gives the same bytes; to leave the loop is to stop the work.
 */
export function xlsxPieces(model: ReportModel, step?: Step): Generator<Uint8Array> {
  const lists = listSheets(model);
  const sheets = [
    ...lists,
    aboutSheet(
      model,
      lists.flatMap((sheet) => cutWords(sheet, model.frame) ?? []),
    ),
  ];
  const parts: readonly [OfficePart, ...OfficePart[]] = [
    wholePart('xl/workbook.xml', `${KIND}.sheet.main+xml`, toWorkbook(sheets)),
    wholePart('xl/_rels/workbook.xml.rels', RELATIONSHIPS_TYPE, workbookRelationships(sheets)),
    wholePart('xl/styles.xml', `${KIND}.styles+xml`, STYLES),
    ...sheets.map((sheet, at) => ({
      path: `xl/worksheets/sheet${at + 1}.xml`,
      contentType: `${KIND}.worksheet+xml`,
      pieces: headed(sheet, at === 0),
    })),
  ];
  return archivePieces(officePackage(model, model.article.title, parts), step);
}

function listSheets(model: ReportModel): readonly Sheet[] {
  return [claimSheet(model), sourceSheet(model), linkSheet(model), evidenceSheet(model)];
}

/** Which lists of the model are longer than a sheet can be, in sentences. */
export function workbookWarnings(model: ReportModel): readonly string[] {
  return listSheets(model).flatMap((sheet) => cutWords(sheet, model.frame) ?? []);
}

function* headed(sheet: Sheet, isFirst: boolean): Generator<string, void, undefined> {
  yield XML_HEAD;
  yield* sheetPieces(sheet, isFirst);
}
