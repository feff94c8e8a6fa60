import { toResponse } from '@/lib/http/json-response';
import { loadCatchup } from '@/lib/live/loaders';
import { parseSeq } from '@/lib/live/schema';

type Context = { params: Promise<{ id: string }> };

/** What happened in an article since `?since=`, or all its claims: for pages that cannot be told live. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  return toResponse(await loadCatchup((await params).id, parseSeq(new URL(request.url).searchParams.get('since'))));
}
