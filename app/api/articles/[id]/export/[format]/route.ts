import { parseChoice } from '@/lib/export/choice';
import { exportReport } from '@/lib/export/export-report';
import { contentDisposition, exportFileName } from '@/lib/export/file-name';
import { CLAIMS_HEADER, EXPORT_FORMAT_FACTS } from '@/lib/export/formats';
import { loadReport } from '@/lib/export/loaders';
import { toResponse } from '@/lib/http/json-response';
import { pauseUntilGone, toBody } from '@/lib/http/streamed-body';

/** Nobody sees it but a log: the reader went while the claims were read. As nginx and others number it. */
const CLIENT_CLOSED_REQUEST = 499;

type Context = { params: Promise<{ id: string; format: string }> };

/** An article's report, or with `?status=` a working copy, as a file to keep: written while it is read, and no further than it is read. `?without=` says what is withheld. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { id, format } = await params;
  const choice = parseChoice(format, Object.fromEntries(new URL(request.url).searchParams));
  if (!choice.ok) return toResponse(choice);
  const pause = pauseUntilGone(request.signal);
  const report = await loadReport(id, choice.value, pause).catch((error: unknown) => {
    if (request.signal.aborted) return null;
    throw error;
  });
  if (report === null) return new Response(null, { status: CLIENT_CLOSED_REQUEST });
  if (!report.ok) return toResponse(report);
  const { mediaType } = EXPORT_FORMAT_FACTS[choice.value.format];
  return new Response(toBody(exportReport(choice.value.format, report.value, { pause }), request.signal), {
    headers: {
      'Content-Type': mediaType,
      'Content-Disposition': contentDisposition(exportFileName(choice.value.format, report.value)),
      [CLAIMS_HEADER]: String(report.value.claims.length),
      'Cache-Control': 'no-store',
    },
  });
}
