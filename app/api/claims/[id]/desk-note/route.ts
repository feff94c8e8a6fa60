import { loadDeskNote } from '@/lib/claims/desk-note/loaders';
import { toResponse } from '@/lib/http/json-response';

type Context = { params: Promise<{ id: string }> };

export async function GET(_request: Request, { params }: Context): Promise<Response> {
  return toResponse(await loadDeskNote((await params).id));
}
