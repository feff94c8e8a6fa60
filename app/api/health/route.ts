import { isHealthy } from '@/lib/db/loaders';

/** Says whether the server can read its database, and nothing else: it is open to everybody. */
export async function GET(): Promise<Response> {
  const healthy = await isHealthy();
  return Response.json({ ok: healthy }, { status: healthy ? 200 : 503, headers: { 'Cache-Control': 'no-store' } });
}
