import type { ReportModel } from '@/lib/report/model';
import { claimReviewWarnings } from './claim-review';
import { canWarn, type ExportFormat } from './formats';
import { workbookWarnings } from './xlsx/xlsx';

/** What whoever exports should know of a file that is written as asked all the same: sentences, none for most formats. */
export function exportWarnings(format: ExportFormat, model: ReportModel): readonly string[] {
  if (format === 'xlsx') return workbookWarnings(model);
  return canWarn(format) ? claimReviewWarnings(model) : [];
}
