import { getEnv } from '@/lib/env';
import { PEER_HEADER } from '@/lib/http/peer';
import { readBody } from '@/lib/http/read-body';
import { isSameOrigin } from '@/lib/http/same-origin';
import { enterPassword, GRANT_MS, loadPublishedPage } from '@/lib/publication/link/loaders';
import { askPassword, grantOf, noReport, toAnswer, toReport } from '../answer';

type Context = { params: Promise<{ slug: string }> };

/** A published report, for everybody who has its link. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { slug } = await params;
  const answer = await loadPublishedPage({ slug, grant: grantOf(request), home: getEnv().home }, null);
  if (answer.kind === 'none') return noReport();
  return answer.kind === 'locked' ? askPassword(slug, null, 200) : toAnswer(request, { ...answer, mediaType: 'text/html; charset=utf-8' });
}

/** A form with one short field. */
const BODY_MAX = 4096; // bytes

/** Takes the password of a locked report. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { slug } = await params;
  const body = isSameOrigin(request.headers) ? await readBody(request, BODY_MAX) : null;
  if (body === null) return noReport();
  const password = new URLSearchParams(Buffer.from(body).toString('utf8')).get('password') ?? '';
  const entered = await enterPassword(slug, password, request.headers.get(PEER_HEADER) ?? 'unknown');
  switch (entered.kind) {
    case 'none':
      return noReport();
    case 'wrong':
      return askPassword(slug, 'This is not the password.', 403);
    case 'throttled':
      return askPassword(slug, `Too many failed attempts. Try again in ${Math.ceil(entered.seconds / 60)} minutes.`, 429);
    case 'opened':
      return toReport(slug, entered.grant, { seconds: GRANT_MS / 1000, secure: getEnv().https });
  }
}
