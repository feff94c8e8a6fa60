/** What is asked for here; Next answers others itself, but fails over TRACE, which cannot be said to a route at all. */
const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];

const HEADERS = {
  'Content-Type': 'text/plain; charset=utf-8',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  'X-Content-Type-Options': 'nosniff',
  'Cache-Control': 'no-store',
};

/**
 * What no application can answer, as a status, headers and a sentence, or null: a method that is not used (405), and an address whose
 * signs cannot be read as letters (400). Both say the same wherever they are asked.
 */
export function findRefusal({ method, url }) {
  if (!METHODS.includes(method)) {
    return { status: 405, headers: { ...HEADERS, Allow: 'GET, HEAD, POST' }, sentence: 'This is not a method that Hearsay knows.\n' };
  }
  return isReadable(url)
    ? null
    : { status: 400, headers: HEADERS, sentence: 'This address cannot be read. It may be cut off or mistyped.\n' };
}

/** Paths are UTF-8 behind percent signs (RFC 3986); of a query everybody makes what they can. */
function isReadable(url) {
  try {
    decodeURIComponent(url.split(/[?#]/, 1)[0]);
    return true;
  } catch {
    return false;
  }
}
