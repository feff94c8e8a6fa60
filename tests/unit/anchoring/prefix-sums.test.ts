import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createBlockHeights } from '@/lib/anchoring/block-heights';
import { countLines } from '@/lib/anchoring/count-lines';
import { createPrefixSums } from '@/lib/anchoring/prefix-sums';
import { gapBefore, wordEdge } from '@/lib/anchoring/word-edge';
import { toTextRange } from '@/lib/text/offset';

describe('sums from the beginning', () => {
  it('agree with adding up, after any changes', () => {
    const values = fc.array(fc.nat(50), { maxLength: 40 });
    const changes = fc.array(fc.tuple(fc.nat(39), fc.nat(50)), { maxLength: 20 });
    fc.assert(
      fc.property(values, changes, fc.integer({ min: -10, max: 2200 }), (initial, sets, sum) => {
        const sums = createPrefixSums(initial);
        const naive = [...initial];
        for (const [at, value] of sets) {
          if (at >= naive.length) continue;
          sums.set(at, value);
          naive[at] = value;
        }
        const summed = (count: number) => naive.slice(0, count).reduce((a, b) => a + b, 0);
        for (let count = 0; count <= naive.length; count += 1) expect(sums.before(count)).toBe(summed(count));
        expect(sums.total()).toBe(summed(naive.length));
        // The last that begins at or before the sum: of several that begin there, the one with a height.
        const found = naive.findLastIndex((_, at) => summed(at) <= sum);
        expect(sums.indexAt(sum)).toBe(naive.length === 0 ? -1 : Math.max(0, found));
      }),
    );
  });
});

describe('the heights of blocks', () => {
  const BLOCKS = [toTextRange(0, 4), toTextRange(6, 26), toTextRange(27, 30_027)];
  const heights = () => createBlockHeights(BLOCKS, [40, 100, 3000]);

  it('say where an offset is likely to stand', () => {
    expect(heights().yOf(0)).toBe(0);
    expect(heights().yOf(5)).toBe(40);
    expect(heights().yOf(16)).toBe(90);
    expect(heights().yOf(15_027)).toBe(140 + 1500);
    expect(heights().total()).toBe(3140);
  });

  it('move everything after a block that is measured', () => {
    const measured = heights();
    measured.setHeight(0, 60);
    expect(measured.yOf(6)).toBe(60);
    expect(measured.topOf(2)).toBe(160);
  });

  it('give whole blocks, and of one that is very long the part', () => {
    expect(heights().between(10, 90)).toEqual(toTextRange(0, 26));
    expect(heights().between(50, 440)).toEqual(toTextRange(6, 3027));
    expect(heights().between(-500, -400)).toEqual(toTextRange(0, 4));
    expect(heights().between(9000, 9900)).toEqual(toTextRange(30_027, 30_027));
  });
});

describe('lines counted from letters', () => {
  const lines = (text: string, width: number) => countLines(text, 0, text.length, () => 1, width);

  it('are filled as far as they go', () => {
    expect(lines('aaa bbb ccc', 7)).toBe(2);
    expect(lines('aaa bbb ccc', 6)).toBe(3);
    expect(lines('aaa bbb', 7)).toBe(1);
    expect(lines('', 7)).toBe(1);
  });

  it('break a word that is longer than a line', () => {
    expect(lines('aaaaaaaaaa', 4)).toBe(3);
    expect(lines('b aaaaaaaaaa', 4)).toBe(4);
  });
});

describe('the edge of a word', () => {
  const TEXT = 'he said “the bridge”, and';
  const limits = { from: 0, to: TEXT.length };

  it('is at the white space around its letters and signs', () => {
    expect(wordEdge(TEXT, 9, -1, limits)).toBe(8);
    expect(wordEdge(TEXT, 19, 1, limits)).toBe(21);
    expect(wordEdge(TEXT, 8, -1, limits)).toBe(8);
    expect(wordEdge(TEXT, 21, 1, limits)).toBe(21);
  });

  it('has the white space before it as a gap', () => {
    expect(gapBefore(TEXT, 8, 0)).toBe(7);
    expect(gapBefore('a  b', 3, 0)).toBe(1);
    expect(gapBefore('  b', 2, 1)).toBe(1);
    expect(gapBefore(TEXT, 0, 0)).toBe(0);
  });

  it('is never beyond its block', () => {
    expect(wordEdge(TEXT, 12, -1, { from: 10, to: 25 })).toBe(10);
    expect(wordEdge(TEXT, 23, 1, { from: 10, to: 24 })).toBe(24);
  });

  it('is the offset itself where no white space is near', () => {
    const long = '字'.repeat(400);
    expect(wordEdge(long, 200, -1, { from: 0, to: 400 })).toBe(200);
    expect(wordEdge(long, 200, 1, { from: 0, to: 400 })).toBe(200);
  });
});
