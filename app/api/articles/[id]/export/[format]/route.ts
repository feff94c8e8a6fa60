import { inOnePlace } from '@/app/api/export-place';
import { getEnv } from '@/lib/env';
import { parseChoice } from '@/lib/export/choice';
import { exportReport } from '@/lib/export/export-report';
import { contentDisposition, exportFileName } from '@/lib/export/file-name';
import { CLAIMS_HEADER, EXPORT_FORMAT_FACTS, FRAMES_HEADER, WARNINGS_HEADER } from '@/lib/export/formats';
import { toFrames } from '@/lib/export/frames';
import { loadReport } from '@/lib/export/loaders';
import { stepsOf } from '@/lib/export/steps';
import { exportWarnings } from '@/lib/export/warnings';
import { toResponse } from '@/lib/http/json-response';
import { pauseUntilGone, toBody } from '@/lib/http/streamed-body';
import { loadPublicAddress } from '@/lib/publication/loaders';

/** Nobody sees it but a log: the reader went while the claims were read. As nginx and others number it. */
const CLIENT_CLOSED_REQUEST = 499;

type Context = { params: Promise<{ id: string; format: string }> };

/** An article's report, or with `?status=` a working copy, as a file to keep: written while it is read, and no further than it is read. `?without=` says what is withheld. */
export async function GET(request: Request, context: Context): Promise<Response> {
  return inOnePlace(request, (end) => answer(request, context, end));
}

async function answer(request: Request, { params }: Context, end: () => void): Promise<Response> {
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
  const address = await loadPublicAddress(id, getEnv().home);
  const warnings = exportWarnings(choice.value.format, report.value).join(' ');
  const isFramed = request.headers.has(FRAMES_HEADER);
  let done = 0;
  const total = isFramed ? stepsOf(choice.value.format, report.value) : 0;
  const step = () => {
    done += 1;
  };
  const pieces = exportReport(choice.value.format, report.value, { pause, address, step });
  return new Response(toBody(isFramed ? toFrames(pieces, () => ({ done, total })) : pieces, request.signal, end), {
    headers: {
      ...(isFramed ? { [FRAMES_HEADER]: '1' } : {}),
      'Content-Type': mediaType,
      'Content-Disposition': contentDisposition(exportFileName(choice.value.format, report.value)),
      [CLAIMS_HEADER]: String(report.value.claims.length),
      ...(warnings === '' ? {} : { [WARNINGS_HEADER]: encodeURIComponent(warnings) }),
      'Cache-Control': 'no-store',
    },
  });
}
