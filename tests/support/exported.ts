import { csvPieces } from '@/lib/export/csv';
import { exportReport } from '@/lib/export/export-report';
import type { ExportFormat } from '@/lib/export/formats';
import { htmlPieces } from '@/lib/export/html';
import { articleJsonPieces } from '@/lib/export/json';
import { jsonLdPieces } from '@/lib/export/jsonld';
import { markdownPieces } from '@/lib/export/markdown';
import { joinTexts } from '@/lib/export/pieces';
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

/** Bytes that come in pieces, whole. */
export async function gatherPieces(pieces: AsyncIterable<Uint8Array>): Promise<Uint8Array<ArrayBuffer>> {
  const held: Uint8Array[] = [];
  for await (const piece of pieces) held.push(piece);
  return new Uint8Array(Buffer.concat(held));
}

/** The file that a reader gets, of any format. */
export function exportedFile(format: ExportFormat, model: ReportModel): Promise<Uint8Array> {
  return gatherPieces(exportReport(format, model));
}

/** The same as text, archives opened. */
export async function exportedText(format: ExportFormat, model: ReportModel): Promise<string> {
  return toReadable(await exportedFile(format, model));
}
