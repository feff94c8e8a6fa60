/**
 * Whether a request that changes something was sent by our own pages. A browser tells: by Sec-Fetch-Site
 * (Fetch Metadata, W3C) on https and localhost, and by Origin on every POST. One that says neither is no
 * browser of ours and is refused too. `host` is the host the request was sent to.
 */
export function isSameOrigin(headers: { get(name: string): string | null }): boolean {
  const site = headers.get('sec-fetch-site');
  if (site !== null && site !== 'same-origin' && site !== 'none') return false;
  const origin = headers.get('origin');
  if (origin === null) return site === 'same-origin';
  if (!URL.canParse(origin)) return false;
  return new URL(origin).host === (headers.get('x-forwarded-host') ?? headers.get('host'));
}
