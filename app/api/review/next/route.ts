import { toResponse } from '@/lib/http/json-response';
import { loadNextPage } from '@/lib/review/loaders';
import { queueFilterInput } from '@/lib/review/schema';

/** The page of the queue after the cursor in the address, for a list that goes on by itself. */
export async function GET(request: Request): Promise<Response> {
  return toResponse(await loadNextPage(queueFilterInput.parse(Object.fromEntries(new URL(request.url).searchParams))));
}
