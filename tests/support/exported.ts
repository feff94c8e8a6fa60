import { csvPieces } from '@/lib/export/csv';
import { exportReport } from '@/lib/export/export-report';
import type { ExportFormat } from '@/lib/export/formats';
import { htmlPieces } from '@/lib/export/html';
import { articleJsonPieces } from '@/lib/export/json';
import { jsonLdPieces } from '@/lib/export/jsonld';
import { markdownPieces } from '@/lib/export/markdown';
import { gatherPieces, joinTexts } from '@/lib/export/pieces';
import type { ReportModel } from '@/lib/report/model';
import { toReadable } from './readable';

/** Exports whole, for tests of what is in them. */
const whole =
  (pieces: (model: ReportModel) => Iterable<string>) =>
  (model: ReportModel): string =>
    joinTexts(pieces(model));

export const toArticleJson = whole(articleJsonPieces);
export const toCsv = whole(csvPieces);
export const toHtml = whole(htmlPieces);
export const toJsonLd = whole(jsonLdPieces);
export const toMarkdown = whole(markdownPieces);

/** The file that a reader gets, of any format. */
export function exportedFile(format: ExportFormat, model: ReportModel): Promise<Uint8Array> {
  return gatherPieces(exportReport(format, model));
}

/** The same as text, archives opened. */
export async function exportedText(format: ExportFormat, model: ReportModel): Promise<string> {
  return toReadable(await exportedFile(format, model));
}
