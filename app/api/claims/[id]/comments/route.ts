import { loadDiscussion } from '@/lib/comments/loaders';
import { toResponse } from '@/lib/http/json-response';

type Context = { params: Promise<{ id: string }> };

export async function GET(_request: Request, { params }: Context): Promise<Response> {
  return toResponse(await loadDiscussion((await params).id));
}
