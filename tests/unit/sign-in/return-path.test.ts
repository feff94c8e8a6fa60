import { describe, expect, it } from 'vitest';
import { toReturnPath } from '@/app/(auth)/sign-in/return-path';

describe('toReturnPath', () => {
  it.each(['/', '/articles/018f?claim=8', '/review?article=1&class=none', '/articles/new#main'])('goes back to %s', (next) => {
    expect(toReturnPath(next)).toBe(next);
  });

  it.each([
    ['another site', 'https://evil.example/'],
    ['a path without a scheme', '//evil.example/'],
    ['a backslash read as a slash', '/\\evil.example/'],
    ['slashes hidden by a tab', '/\t/evil.example/'],
    ['slashes hidden by a line break', '/\n/evil.example/'],
    ['slashes made by a dot segment', '/.//evil.example/'],
    ['a script', 'javascript:alert(1)'],
    ['a relative path', 'articles/new'],
    ['the sign-in page itself', '/sign-in?next=/'],
    ['an API address', '/api/auth/signout'],
    ['nothing', ''],
  ])('goes to the desk instead of %s', (_what, next) => {
    expect(toReturnPath(next)).toBe('/');
  });

  it('goes to the desk when the parameter is missing or repeated', () => {
    expect(toReturnPath(undefined)).toBe('/');
    expect(toReturnPath(['/review', '//evil.example'])).toBe('/');
  });
});
