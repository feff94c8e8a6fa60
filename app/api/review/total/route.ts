import { toResponse } from '@/lib/http/json-response';
import { loadQueueTotal } from '@/lib/review/loaders';
import { queueFilterInput } from '@/lib/review/schema';

/** How many claims of the queue match the filters in the address: apart from the page, which does not wait for it. */
export async function GET(request: Request): Promise<Response> {
  return toResponse(await loadQueueTotal(queueFilterInput.parse(Object.fromEntries(new URL(request.url).searchParams))));
}
