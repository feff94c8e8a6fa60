import { toResponse } from '@/lib/http/json-response';
import { openEvents } from '@/lib/live/loaders';
import { parseSeq } from '@/lib/live/schema';

type Context = { params: Promise<{ id: string }> };

/** What happens in an article, as it happens: a stream of server-sent events. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const since = parseSeq(request.headers.get('last-event-id') ?? new URL(request.url).searchParams.get('since'));
  const events = await openEvents((await params).id, since ?? 0, request.signal);
  if (!events.ok) return toResponse(events);
  return new Response(events.value, {
    headers: {
      'Content-Type': 'text/event-stream; charset=utf-8',
      // Neither Next's compression nor a proxy may hold an event back to pack it with the next.
      'Cache-Control': 'no-store, no-transform',
      'X-Accel-Buffering': 'no',
    },
  });
}

/**
 * Next would answer HEAD by the stream and neither read it nor end it: whoever asked would be there for ever in the eyes of
 * the others.
 */
export function HEAD(): Response {
  return new Response(null, { status: 405, headers: { Allow: 'GET', 'Cache-Control': 'no-store' } });
}
