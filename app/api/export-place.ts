import { findActor } from '@/lib/auth/auth';
import { toResponse } from '@/lib/http/json-response';
import { createPlaces } from '@/lib/http/places';
import { appError } from '@/lib/kernel/app-error';
import { refused } from '@/lib/kernel/result';

/** As many as a person can watch: a long one holds some ten megabytes while it is written. */
export const EXPORTS_AT_ONCE = 4;

/** After how many seconds asking again makes sense. */
const RETRY = 5;

const places = createPlaces(EXPORTS_AT_ONCE);

/**
 * Answers with an export in one of the places that a person has, and says so (429) where all of them are taken. The place is given back by
 * `end`, which is for whoever writes the body; an answer that is no export has given it back already.
 */
export async function inOnePlace(request: Request, answer: (end: () => void) => Promise<Response>): Promise<Response> {
  const actor = await findActor();
  // Whoever is not signed in is told so by what follows, and writes nothing.
  const end = actor === null ? () => undefined : places.take(actor.userId);
  if (end === null) {
    const sentence = `You have ${EXPORTS_AT_ONCE} exports under way. Wait until one of them is done, or cancel one, and try again.`;
    const response = toResponse(refused(appError('THROTTLED', sentence)));
    response.headers.set('Retry-After', String(RETRY));
    return response;
  }
  try {
    const response = await answer(end);
    // The body of an answer to HEAD is never read, and nobody says so to whoever would have written it.
    if (response.status !== 200 || request.method === 'HEAD') end();
    return response;
  } catch (error) {
    end();
    throw error;
  }
}
