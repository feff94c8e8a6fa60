import { loadGoneClaim } from '@/lib/claims/gone/loaders';
import { toResponse } from '@/lib/http/json-response';

type Context = { params: Promise<{ id: string }> };

/** Who deleted the claim that a link names, and when. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { id } = await params;
  return toResponse(await loadGoneClaim(id, new URL(request.url).searchParams.get('claim') ?? ''));
}
