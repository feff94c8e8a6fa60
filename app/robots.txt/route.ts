/**
 * Search engines and services that show cards may read published reports, and nothing else. Those that are not to be listed say so
 * themselves (`X-Robots-Tag`), which is heard only by who may read them.
 */
export function GET(): Response {
  return new Response('User-agent: *\nAllow: /reports/\nDisallow: /\n', { headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
}
