/** Only for parsing: whatever resolves to another origin than this one is not ours. */
const HERE = 'http://hearsay.invalid';

/**
 * Where to go after signing in: a path of this site with its query, or "/" for everything else (another site in
 * any of its spellings, an API address, the sign-in page itself, a repeated parameter).
 */
export function toReturnPath(next: string | readonly string[] | undefined): string {
  if (typeof next !== 'string' || !next.startsWith('/') || !URL.canParse(next, HERE)) return '/';
  const url = new URL(next, HERE);
  if (url.origin !== HERE || url.pathname.startsWith('//')) return '/';
  if (url.pathname === '/sign-in' || url.pathname.startsWith('/api/')) return '/';
  return url.pathname + url.search + url.hash;
}
