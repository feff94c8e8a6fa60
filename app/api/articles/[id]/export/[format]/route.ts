import { exportReport } from '@/lib/export/export-report';
import { contentDisposition, exportFileName } from '@/lib/export/file-name';
import { EXPORT_FORMAT_FACTS, isExportFormat } from '@/lib/export/formats';
import { loadReport } from '@/lib/export/loaders';
import { toResponse } from '@/lib/http/json-response';
import { appError } from '@/lib/kernel/app-error';
import { refused } from '@/lib/kernel/result';

type Context = { params: Promise<{ id: string; format: string }> };

/** An article's report, or with `?status=` a working copy, as a file to keep. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { id, format } = await params;
  if (!isExportFormat(format)) return toResponse(refused(appError('NOT_FOUND', 'There is no such format.')));
  const report = await loadReport(id, new URL(request.url).searchParams.get('status'));
  if (!report.ok) return toResponse(report);
  const { mediaType } = EXPORT_FORMAT_FACTS[format];
  return new Response(exportReport(format, report.value) as BodyInit, {
    headers: {
      'Content-Type': mediaType,
      'Content-Disposition': contentDisposition(exportFileName(format, report.value)),
      'Cache-Control': 'no-store',
    },
  });
}
