import { describe, expect, it } from 'vitest';
import { callAt } from '@/lib/comments/call-at';

const PEOPLE = ['Ann', 'Anna Karin', 'Bob'].map((name) => ({ id: name, name }));

describe('callAt', () => {
  it.each<[string, number, readonly string[]]>([
    ['@', 1, ['Ann', 'Anna Karin', 'Bob']],
    ['See @an', 3, ['Ann', 'Anna Karin']],
    ['See @Anna K', 7, ['Anna Karin']],
    ['(@b', 2, ['Bob']],
    ['first\n@b', 2, ['Bob']],
  ])('offers behind %j', (before, length, names) => {
    expect(callAt(before, PEOPLE)).toEqual({ length, offers: PEOPLE.filter(({ name }) => names.includes(name)) });
  });

  it.each(['', 'Ann', 'mail@an', '@ Ann', '@Zed', '@Ann said so', '@a\n', '@@a'])('offers nobody behind %j', (before) => {
    expect(callAt(before, PEOPLE)).toBeNull();
  });

  it('offers six at most', () => {
    const many = Array.from({ length: 20 }, (_, at) => ({ id: `${at}`, name: `Person ${at}` }));
    expect(callAt('@p', many)?.offers).toHaveLength(6);
  });
});
