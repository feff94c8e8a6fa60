import { describe, expect, it } from 'vitest';
import { isOpenable, lacksLocator } from '@/lib/claims/evidence';

describe('a piece of evidence', () => {
  it.each([
    ['url', '', true],
    ['document', '  ', true],
    ['recording', 'minute 4', false],
    ['person', '', false],
  ] as const)('of kind %s with the locator “%s” lacks one: %s', (kind, locator, lacks) => {
    expect(lacksLocator({ kind, locator })).toBe(lacks);
  });

  it.each([
    ['https://example.org/a?b=1', true],
    ['HTTP://example.org', true],
    ['javascript:alert(1)', false],
    ['data:text/html,x', false],
    ['example.org', false],
    ['https://', false],
    ['', false],
  ])('with the address %s is opened: %s', (url, opened) => {
    expect(isOpenable(url)).toBe(opened);
  });
});
