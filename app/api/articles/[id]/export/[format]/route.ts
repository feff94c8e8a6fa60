import { parseChoice } from '@/lib/export/choice';
import { exportReport } from '@/lib/export/export-report';
import { contentDisposition, exportFileName } from '@/lib/export/file-name';
import { EXPORT_FORMAT_FACTS } from '@/lib/export/formats';
import { loadReport } from '@/lib/export/loaders';
import { gatherPieces } from '@/lib/export/pieces';
import { toResponse } from '@/lib/http/json-response';

type Context = { params: Promise<{ id: string; format: string }> };

/** An article's report, or with `?status=` a working copy, as a file to keep. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { id, format } = await params;
  const choice = parseChoice(format, new URL(request.url).searchParams.get('status'));
  if (!choice.ok) return toResponse(choice);
  const report = await loadReport(id, choice.value.claims);
  if (!report.ok) return toResponse(report);
  const { mediaType } = EXPORT_FORMAT_FACTS[choice.value.format];
  return new Response(await gatherPieces(exportReport(choice.value.format, report.value)), {
    headers: {
      'Content-Type': mediaType,
      'Content-Disposition': contentDisposition(exportFileName(choice.value.format, report.value)),
      'Cache-Control': 'no-store',
    },
  });
}
