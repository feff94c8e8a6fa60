import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createUnionFind } from '@/lib/attribution/union-find';

describe('union-find', () => {
  it('knows nothing of what it was never told', () => {
    expect(createUnionFind().find('a')).toBeNull();
  });

  it('keeps things apart until they are tied, and names them on the way', () => {
    const ties = createUnionFind();
    ties.add('a');
    ties.add('a');
    ties.union('b', 'c');
    expect(ties.find('a')).not.toBe(ties.find('b'));
    expect(ties.find('b')).toBe(ties.find('c'));
    ties.union('c', 'a');
    expect(ties.find('a')).toBe(ties.find('b'));
  });

  it('ties what repeated merging of plain sets ties', () => {
    const key = fc.nat(12).map(String);
    fc.assert(
      fc.property(fc.array(fc.tuple(key, key)), (pairs) => {
        const ties = createUnionFind();
        let sets: ReadonlySet<string>[] = [];
        for (const [a, b] of pairs) {
          ties.union(a, b);
          const touched = sets.filter((set) => set.has(a) || set.has(b));
          sets = [...sets.filter((set) => !touched.includes(set)), new Set([a, b, ...touched.flatMap((set) => [...set])])];
        }
        const keys = [...new Set(pairs.flat())];
        for (const a of keys) {
          for (const b of keys) expect(ties.find(a) === ties.find(b)).toBe(sets.some((set) => set.has(a) && set.has(b)));
        }
      }),
    );
  });

  it('ties a hundred thousand things in a row without running deep', () => {
    const ties = createUnionFind();
    for (let at = 0; at < 100_000; at += 1) ties.union(String(at), String(at + 1));
    expect(ties.find('0')).toBe(ties.find('100000'));
  });
});
