import { inOnePlace } from '@/app/api/export-place';
import { getEnv } from '@/lib/env';
import { parseChoice } from '@/lib/export/choice';
import { contentDisposition } from '@/lib/export/file-name';
import { CLAIMS_HEADER, EXPORT_FORMAT_FACTS, FRAMES_HEADER, WARNINGS_HEADER } from '@/lib/export/formats';
import { toFrames } from '@/lib/export/frames';
import { exportMany, manyFileName } from '@/lib/export/many/export-many';
import { isManyForm } from '@/lib/export/many/form';
import { loadMany } from '@/lib/export/many/loaders';
import { MANY_CHOSEN_MAX } from '@/lib/export/many/names';
import { type LeftOut, leftOutWords, type Wanted } from '@/lib/export/many/wanted';
import { toResponse } from '@/lib/http/json-response';
import { pauseUntilGone, toBody } from '@/lib/http/streamed-body';
import { appError, Refusal } from '@/lib/kernel/app-error';
import { refused } from '@/lib/kernel/result';
import { loadPublicAddresses } from '@/lib/publication/loaders';

type Context = { params: Promise<{ form: string; format: string }> };

/** Several articles (`?ids=`, separated by commas) as one archive or one table, each read when its turn comes; the rest as for one article. */
export async function GET(request: Request, context: Context): Promise<Response> {
  return inOnePlace(request, (end) => answer(request, context, end));
}

async function answer(request: Request, { params }: Context, end: () => void): Promise<Response> {
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
  let done = -1;
  let title = '';
  const readOne = async (article: Wanted) => {
    // The one before it is written.
    done += 1;
    title = article.title;
    const leave = (why: LeftOut['why']) => {
      many.late.push({ id: article.id, title: article.title, why });
      return null;
    };
    try {
      const model = await read(article.id, pause);
      return model === null ? leave('gone') : { model, address: addresses.get(article.id) ?? null };
    } catch (error) {
      if (request.signal.aborted) throw error;
      // One that cannot be read is no reason to go without the others.
      console.error(`The article ${article.id} could not be read for an export.`, error);
      return leave('failed');
    }
  };
  const words = leftOutWords(many.leftOut);
  const isFramed = request.headers.has(FRAMES_HEADER);
  const total = plan.held.length;
  const onFailure = (error: unknown) => {
    if (request.signal.aborted) return null;
    if (error instanceof Refusal) return error.error.message;
    console.error('An export of several articles could not be written.', error);
    return `“${title}” could not be written, so nothing was saved. Take it out of the choice and export the others.`;
  };
  const pieces = exportMany(form, many, readOne, pause);
  return new Response(
    toBody(
      isFramed ? toFrames(pieces, () => ({ done: Math.max(0, done), total }), { atEnd: () => leftOutWords(many.late), onFailure }) : pieces,
      request.signal,
      end,
    ),
    {
      headers: {
        ...(isFramed ? { [FRAMES_HEADER]: '1' } : {}),
        'Content-Type': EXPORT_FORMAT_FACTS[form === 'archive' ? 'zip' : choice.value.format].mediaType,
        'Content-Disposition': contentDisposition(manyFileName(form, choice.value, many.generatedAt)),
        [CLAIMS_HEADER]: String(form === 'archive' ? plan.held.length : plan.claims),
        ...(words === '' ? {} : { [WARNINGS_HEADER]: encodeURIComponent(words) }),
        'Cache-Control': 'no-store',
      },
    },
  );
}
