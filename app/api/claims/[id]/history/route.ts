import { toResponse } from '@/lib/http/json-response';
import { loadClaimTrail } from '@/lib/trail/loaders';
import { parseBefore } from '@/lib/trail/schema';

type Context = { params: Promise<{ id: string }> };

export async function GET(request: Request, { params }: Context): Promise<Response> {
  return toResponse(await loadClaimTrail((await params).id, parseBefore(new URL(request.url).searchParams.get('before'))));
}
