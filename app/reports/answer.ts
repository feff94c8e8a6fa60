import { toPieces } from '@/lib/http/shared-body';
import { NO_REPORT, passwordPage } from '@/lib/publication/plain-page';
import { reportPath } from '@/lib/publication/publication';

const HTML = 'text/html; charset=utf-8';

type Content = {
  readonly mediaType: string;
  /** The same while the content is. */
  readonly tag: string;
  readonly listed: boolean;
  readonly locked: boolean;
  /** What is sent, made only where the browser has not got it. */
  readonly read: () => Promise<string | Uint8Array>;
};

/**
 * What may be read, or nothing where the browser has it already. It is asked for anew each time, so that a link which is taken
 * back is gone at once.
 */
export async function toAnswer(request: Request, { mediaType, tag, listed, locked, read }: Content): Promise<Response> {
  const etag = `W/"${tag}"`;
  const headers: Record<string, string> = {
    'Content-Type': mediaType,
    'Cache-Control': locked ? 'private, no-cache' : 'public, no-cache',
    ETag: etag,
    ...(locked ? { Vary: 'Cookie' } : {}),
    ...(listed ? {} : { 'X-Robots-Tag': 'noindex' }),
  };
  if (has(request.headers.get('if-none-match'), etag)) return new Response(null, { status: 304, headers });
  // Plain, though it is kept packed: Next takes a route's own Content-Encoding away (send-response.js), and packs the answer again itself
  // (scripts/start/packing.mjs).
  const content = await read();
  return new Response(typeof content === 'string' ? content : toPieces(content), { headers });
}

function has(given: string | null, etag: string): boolean {
  const plain = (tag: string) => tag.trim().replace(/^W\//, '');
  return given !== null && (given.trim() === '*' || given.split(',').some((tag) => plain(tag) === plain(etag)));
}

/** The one answer where there is nothing to be read, whatever the reason. */
export function noReport(): Response {
  return toPlain(NO_REPORT, 404);
}

/** Asks for the password; 200 where none was tried yet. */
export function askPassword(slug: string, fault: string | null, status: 200 | 403 | 429): Response {
  return toPlain(passwordPage(pathOf(slug), fault), status);
}

function toPlain(page: string, status: number): Response {
  return new Response(page, { status, headers: { 'Content-Type': HTML, 'Cache-Control': 'no-store', 'X-Robots-Tag': 'noindex' } });
}

/** Where a report is asked for, whatever stood in the address. */
function pathOf(slug: string): string {
  return reportPath(encodeURIComponent(slug));
}

const GRANT = 'hearsay.report';

/** What a browser was given for the password of this report. */
export function grantOf(request: Request): string | null {
  const cookies = (request.headers.get('cookie') ?? '').split(';').map((cookie) => cookie.trim());
  return cookies.find((cookie) => cookie.startsWith(`${GRANT}=`))?.slice(GRANT.length + 1) ?? null;
}

/** Back to the report, with what opens it; for this report only, since browsers send it nowhere else. */
export function toReport(slug: string, grant: string | null, { seconds, secure }: { seconds: number; secure: boolean }): Response {
  const path = pathOf(slug);
  const headers = new Headers({ Location: path, 'Cache-Control': 'no-store' });
  if (grant !== null) {
    const cookie = `${GRANT}=${grant}; Path=${path}; Max-Age=${seconds}; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`;
    headers.append('Set-Cookie', cookie);
  }
  return new Response(null, { status: 303, headers });
}
