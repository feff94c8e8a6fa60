import { describe, expect, it } from 'vitest';
import { isSameOrigin } from '@/lib/http/same-origin';

const HOST = 'desk.example:3000';

function ask(headers: Readonly<Record<string, string>>): boolean {
  return isSameOrigin(new Headers({ host: HOST, ...headers }));
}

describe('a request that changes something', () => {
  const SITES = ['same-origin', 'none', 'same-site', 'cross-site', 'nonsense', ''];
  const ORIGINS = [
    [`http://${HOST}`, true],
    [`https://${HOST}`, true],
    ['http://desk.example', false],
    ['http://desk.example:3001', false],
    ['http://evil.example', false],
    [`http://evil.example/${HOST}`, false],
    [`http://${HOST}.evil.example`, false],
    [`http://${HOST}@evil.example`, false],
    ['http://sub.desk.example:3000', false],
    ['null', false],
    ['', false],
    ['file://', false],
    ['garbage', false],
  ] as const;

  const matrix = SITES.flatMap((site) =>
    ORIGINS.map(([origin, ours]) => [site, origin, ours && (site === 'same-origin' || site === 'none')] as const),
  );

  it.each(matrix)('from the site “%s” and the origin “%s” is ours: %s', (site, origin, expected) => {
    expect(ask({ 'sec-fetch-site': site, origin })).toBe(expected);
  });

  it.each(SITES)('from the site “%s” with no origin is ours only when the browser calls it same-origin', (site) => {
    expect(ask({ 'sec-fetch-site': site })).toBe(site === 'same-origin');
  });

  it.each(ORIGINS)('with the origin “%s” alone, as older browsers and plain http send it, is ours: %s', (origin, expected) => {
    expect(ask({ origin })).toBe(expected);
  });

  it('that says neither is no browser of ours', () => {
    expect(ask({})).toBe(false);
  });

  it('is compared with the host a trusted proxy was asked for', () => {
    const forwarded = { host: '127.0.0.1:3000', 'x-forwarded-host': 'desk.example' };
    expect(ask({ ...forwarded, origin: 'https://desk.example' })).toBe(true);
    expect(ask({ ...forwarded, origin: 'http://127.0.0.1:3000' })).toBe(false);
  });

  it('is refused where there is no host to compare with', () => {
    expect(isSameOrigin(new Headers({ origin: 'http://desk.example' }))).toBe(false);
  });
});
