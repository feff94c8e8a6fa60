import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSpanIndex, type Spanned } from '@/lib/anchoring/span-index';
import { toTextRange } from '@/lib/text/offset';

const item = (id: string, ...spans: [number, number][]): Spanned => ({ id, spans: spans.map(([start, end]) => toTextRange(start, end)) });
const idsIn = (index: ReturnType<typeof createSpanIndex>, start: number, end: number) =>
  index
    .touching(start, end)
    .map(({ id }) => id)
    .sort();

describe('an index of what lies over a text', () => {
  it('finds what has a character in a range, not what only meets it', () => {
    const index = createSpanIndex();
    index.put(item('a', [0, 10]));
    index.put(item('b', [5, 5000]));
    index.put(item('c', [20, 30], [3000, 3010]));
    expect(idsIn(index, 9, 10)).toEqual(['a', 'b']);
    expect(idsIn(index, 10, 20)).toEqual(['b']);
    expect(idsIn(index, 3000, 3001)).toEqual(['b', 'c']);
    expect(idsIn(index, 5000, 9000)).toEqual([]);
    expect(idsIn(index, 7, 7)).toEqual([]);
  });

  it('says after any changes what asking each item would say', () => {
    const span = fc.tuple(fc.nat(5000), fc.nat(2500)).map(([start, length]) => [start, start + length] as [number, number]);
    const change = fc.tuple(fc.integer({ min: 0, max: 8 }), fc.array(span, { maxLength: 3 }));
    fc.assert(
      fc.property(fc.array(change, { maxLength: 25 }), span, (changes, [start, end]) => {
        const index = createSpanIndex();
        const naive = new Map<string, Spanned>();
        for (const [name, spans] of changes) {
          const id = `i${name}`;
          if (spans.length === 0) {
            index.remove(id);
            naive.delete(id);
          } else {
            index.put(item(id, ...spans));
            naive.set(id, item(id, ...spans));
          }
        }
        const there = [...naive.values()].filter(({ spans }) =>
          spans.some((one) => one.start < one.end && one.start < end && start < one.end),
        );
        expect(idsIn(index, start, end)).toEqual(start < end ? there.map(({ id }) => id).sort() : []);
        expect(index.size).toBe(naive.size);
      }),
    );
  });
});
