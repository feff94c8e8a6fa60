import { describe, expect, it } from 'vitest';
import { isMeantForAnother } from '@/lib/actions/expected-actor';

describe('a request', () => {
  it('is meant for the one it names, and for whoever is signed in when it names nobody', () => {
    expect(isMeantForAnother({ actorId: 'edith' }, 'edith')).toBe(false);
    expect(isMeantForAnother({ actorId: 'edith' }, 'emil')).toBe(true);
    expect(isMeantForAnother({}, 'emil')).toBe(false);
    expect(isMeantForAnother({ actorId: undefined }, 'emil')).toBe(false);
  });

  it.each([[null], [''], [1], [['emil']], [{ toString: () => 'emil' }]])('that names %j is nobody’s', (actorId) => {
    expect(isMeantForAnother({ actorId }, 'emil')).toBe(true);
  });

  it.each([[null], [undefined], ['text'], [7], [[]]])('that is %j is left to the check of its input', (input) => {
    expect(isMeantForAnother(input, 'emil')).toBe(false);
  });
});
