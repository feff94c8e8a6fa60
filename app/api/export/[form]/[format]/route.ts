import { getEnv } from '@/lib/env';
import { parseChoice } from '@/lib/export/choice';
import { contentDisposition } from '@/lib/export/file-name';
import { CLAIMS_HEADER, EXPORT_FORMAT_FACTS, WARNINGS_HEADER } from '@/lib/export/formats';
import { exportMany, isManyForm, manyFileName } from '@/lib/export/many/export-many';
import { loadMany } from '@/lib/export/many/loaders';
import { MANY_CHOSEN_MAX } from '@/lib/export/many/names';
import { leftOutWords } from '@/lib/export/many/wanted';
import { toResponse } from '@/lib/http/json-response';
import { pauseUntilGone, toBody } from '@/lib/http/streamed-body';
import { appError } from '@/lib/kernel/app-error';
import { refused } from '@/lib/kernel/result';
import { loadPublicAddresses } from '@/lib/publication/loaders';

type Context = { params: Promise<{ form: string; format: string }> };

/** Several articles (`?ids=`, separated by commas) as one archive or one table, each read when its turn comes; the rest as for one article. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { form, format } = await params;
  const asked = Object.fromEntries(new URL(request.url).searchParams);
  const choice = parseChoice(format, asked);
  if (!choice.ok) return toResponse(choice);
  if (!isManyForm(form)) return toResponse(refused(appError('NOT_FOUND', 'Several articles are one archive or one table.')));
  const ids = (asked.ids ?? '').split(',').filter((id) => id !== '');
  if (ids.length > MANY_CHOSEN_MAX) return toResponse(refused(appError('INVALID', `At most ${MANY_CHOSEN_MAX} articles at once.`)));
  const loaded = await loadMany(form, choice.value, ids);
  if (!loaded.ok) return toResponse(loaded);
  const { plan, many, read } = loaded.value;
  const addresses = await loadPublicAddresses(getEnv().home);
  const pause = pauseUntilGone(request.signal);
  const readOne = async ({ id }: { readonly id: string }) => {
    const model = await read(id, pause);
    return model === null ? null : { model, address: addresses.get(id) ?? null };
  };
  const words = leftOutWords(many.leftOut);
  return new Response(toBody(exportMany(form, many, readOne, pause), request.signal), {
    headers: {
      'Content-Type': EXPORT_FORMAT_FACTS[form === 'archive' ? 'zip' : choice.value.format].mediaType,
      'Content-Disposition': contentDisposition(manyFileName(form, choice.value, many.generatedAt)),
      [CLAIMS_HEADER]: String(form === 'archive' ? plan.held.length : plan.claims),
      ...(words === '' ? {} : { [WARNINGS_HEADER]: encodeURIComponent(words) }),
      'Cache-Control': 'no-store',
    },
  });
}
