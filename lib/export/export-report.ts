import { unreachable } from '@/lib/kernel/assert';
import type { ReportModel } from '@/lib/report/model';
import { toCsv } from './csv';
import type { ExportFormat } from './formats';
import { toHtml } from './html';
import { toArticleJson } from './json';
import { toJsonLd } from './jsonld';
import { toMarkdown } from './markdown';

/**
 * The model written in `format`: the whole file, as text to be encoded in UTF-8. Pure: the same
 * model gives the same file, byte for byte.
 */
export function exportReport(format: ExportFormat, model: ReportModel): string {
  switch (format) {
    case 'html':
      return toHtml(model);
    case 'jsonld':
      return toJsonLd(model);
    case 'csv':
      return toCsv(model);
    case 'md':
      return toMarkdown(model);
    case 'json':
      return toArticleJson(model);
    default:
      return unreachable(format);
  }
}
