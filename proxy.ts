import { type NextRequest, NextResponse } from 'next/server';
import { getEnv } from '@/lib/env';
import { PATH_HEADER } from '@/lib/http/peer';
import { publishedHeaders, securityHeaders } from '@/lib/http/security-headers';

/** Puts the security headers on every answer. Decides nothing about who may see what: loaders and actions do. */
export function proxy(request: NextRequest): NextResponse {
  const { pathname } = request.nextUrl;
  if (PUBLISHED.test(pathname)) return withHeaders(NextResponse.next(), publishedHeaders({ framed: LABEL.test(pathname) }));
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString('base64');
  const headers = securityHeaders({ nonce, development: getEnv().mode === 'development' });
  const forwarded = new Headers(request.headers);
  // Next reads the nonce for its own scripts from the policy on the request.
  forwarded.set('Content-Security-Policy', headers['Content-Security-Policy'] ?? '');
  forwarded.set('x-nonce', nonce);
  forwarded.set(PATH_HEADER, `${request.nextUrl.pathname}${request.nextUrl.search}`);
  return withHeaders(NextResponse.next({ request: { headers: forwarded } }), headers);
}

/** Published reports, and the label of one by itself, the only page that others may put into theirs. */
const PUBLISHED = /^\/reports\/[^/]+(\/[^/]+)?$/;
const LABEL = /^\/reports\/[^/]+\/embed$/;

function withHeaders(response: NextResponse, headers: Readonly<Record<string, string>>): NextResponse {
  for (const [name, value] of Object.entries(headers)) response.headers.set(name, value);
  return response;
}
