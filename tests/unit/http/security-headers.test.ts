import { describe, expect, it } from 'vitest';
import { contentSecurityPolicy, securityHeaders } from '@/lib/http/security-headers';

const production = { nonce: 'bm9uY2U=', development: false };

function toDirectives(policy: string): Map<string, string> {
  return new Map(policy.split('; ').map((directive) => [directive.split(' ', 1)[0] ?? '', directive.slice(directive.indexOf(' ') + 1)]));
}

describe('contentSecurityPolicy', () => {
  const policy = toDirectives(contentSecurityPolicy(production));

  it('allows nothing that it does not name', () => {
    expect(policy.get('default-src')).toBe(`'none'`);
    expect(policy.get('frame-ancestors')).toBe(`'none'`);
    expect(policy.get('base-uri')).toBe(`'none'`);
  });

  it('runs scripts by nonce only', () => {
    expect(policy.get('script-src')).toBe(`'self' 'nonce-bm9uY2U=' 'strict-dynamic'`);
  });

  it('allows inline styles as attributes, not as elements', () => {
    expect(policy.get('style-src')).toBe(`'self' 'nonce-bm9uY2U='`);
    expect(policy.get('style-src-attr')).toBe(`'unsafe-inline'`);
  });

  it('names no other host, no wildcard and no upgrade to https', () => {
    const text = contentSecurityPolicy(production);
    expect(text).not.toMatch(/https?:|\*|upgrade-insecure-requests|unsafe-eval/);
  });

  it('loosens scripts only as far as development needs', () => {
    const development = toDirectives(contentSecurityPolicy({ ...production, development: true }));
    expect(development.get('script-src')).toBe(`'self' 'nonce-bm9uY2U=' 'strict-dynamic' 'unsafe-eval'`);
    expect(development.get('default-src')).toBe(`'none'`);
  });
});

describe('securityHeaders', () => {
  const headers = securityHeaders(production);

  it('carries the policy', () => {
    expect(headers['Content-Security-Policy']).toBe(contentSecurityPolicy(production));
  });

  it('keeps type sniffing, framing and foreign windows out', () => {
    expect(headers).toMatchObject({
      'X-Content-Type-Options': 'nosniff',
      'X-Frame-Options': 'DENY',
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Cross-Origin-Resource-Policy': 'same-origin',
    });
  });

  it('does not pin https, which the host in front of it decides', () => {
    expect(Object.keys(headers)).not.toContain('Strict-Transport-Security');
  });
});
