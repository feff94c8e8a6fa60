import { toResponse } from '@/lib/http/json-response';
import { loadSourceOptions } from '@/lib/sources/loaders';

export async function GET(request: Request): Promise<Response> {
  const { searchParams } = new URL(request.url);
  return toResponse(await loadSourceOptions((searchParams.get('q') ?? '').slice(0, 200), searchParams.get('article') ?? ''));
}
