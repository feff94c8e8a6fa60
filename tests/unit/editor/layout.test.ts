import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cardTop } from '@/components/editor/layout/card-top';
import { toPath, toStrokes } from '@/components/editor/layout/density-strokes';
import { rowsIn } from '@/components/editor/layout/gloss-rows';
import { stackStubs } from '@/components/editor/layout/stack-stubs';
import type { ShownClaim } from '@/components/editor/outbox/overlay';
import { type BadgeWish, DOT, placeRow } from '@/components/editor/text/badge-row';
import { createBlockHeights } from '@/lib/anchoring/block-heights';
import { type TextRange, toTextRange } from '@/lib/text/offset';

describe('the lines of the gloss', () => {
  it('stand where they want to when there is room', () => {
    expect(stackStubs([0, 100, 200], 24)).toEqual([0, 100, 200]);
  });

  it('share the distance when two want the same place', () => {
    expect(stackStubs([100, 100], 24)).toEqual([88, 112]);
  });

  it('push a group up as a whole when one more joins it', () => {
    expect(stackStubs([100, 100, 100], 24)).toEqual([76, 100, 124]);
  });

  it('give nothing for nothing', () => {
    expect(stackStubs([], 24)).toEqual([]);
  });

  it('never overlap', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 500 }), { maxLength: 40 }), (wants) => {
        const tops = stackStubs(wants, 24);
        for (let index = 1; index < tops.length; index += 1)
          expect((tops[index] as number) - (tops[index - 1] as number)).toBeGreaterThanOrEqual(24 - 1e-6);
      }),
    );
  });

  it('lie as near to their wants as any arrangement without overlap', () => {
    const cost = (tops: readonly number[], wants: readonly number[]) =>
      tops.reduce((sum, top, index) => sum + (top - (wants[index] as number)) ** 2, 0);
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 120 }), { minLength: 1, maxLength: 6 }),
        fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 6, maxLength: 6 }),
        fc.integer({ min: -60, max: 160 }),
        (wants, gaps, start) => {
          // Any other arrangement: from some start, each at least a height below the one before.
          const other = wants.map((_, index) => start + gaps.slice(0, index).reduce((sum, gap) => sum + 24 + gap, 0));
          expect(cost(stackStubs(wants, 24), wants)).toBeLessThanOrEqual(cost(other, wants) + 1e-6);
        },
      ),
    );
  });
});

describe('the open card', () => {
  const window = { top: 50, foot: 850 };

  it('stands a little above its line', () => {
    expect(cardTop({ line: 300, height: 200, ...window })).toBe(276);
  });

  it('slides up only as far as the foot of the window demands', () => {
    expect(cardTop({ line: 800, height: 200, ...window })).toBe(650);
  });

  it('does not slide above the window while its line is in view', () => {
    expect(cardTop({ line: 800, height: 790, ...window })).toBe(60);
    expect(cardTop({ line: 500, height: 900, ...window })).toBe(50);
  });

  it('goes with its line when that leaves the window', () => {
    expect(cardTop({ line: -100, height: 200, ...window })).toBe(-124);
    expect(cardTop({ line: 1500, height: 200, ...window })).toBe(1324);
  });

  it('always covers its line', () => {
    fc.assert(
      fc.property(fc.integer({ min: -500, max: 2000 }), fc.integer({ min: 60, max: 780 }), (line, height) => {
        const top = cardTop({ line, height, ...window });
        expect(top).toBeLessThan(line);
        expect(top + height).toBeGreaterThan(line);
      }),
    );
  });
});

describe('the badges of a line', () => {
  const show = (...wishes: [x: number, width: number, keep?: 'keep'][]) =>
    placeRow(wishes.map(([x, width, keep]) => ({ x, width, keep: keep !== undefined }))).map(({ x, dot }) => `${x}${dot ? ' dot' : ''}`);

  it('stand over their words when there is room', () => {
    expect(show([0, 30], [32, 30], [200, 30])).toEqual(['0', '32', '200']);
  });

  it('become dots, one after the other, where one would lie over the one before', () => {
    expect(show([0, 30], [10, 30], [20, 30], [100, 30])).toEqual(['0', '32 dot', '42 dot', '100']);
  });

  it('give way to the one that is open', () => {
    expect(show([0, 30], [10, 30, 'keep'], [60, 30])).toEqual(['0 dot', '10', '60']);
    expect(show([0, 30], [0, 30, 'keep'])).toEqual(['0 dot', '10']);
  });

  it('never lie over each other, keep their order, and keep the open one whole', () => {
    const wish = fc.record({ x: fc.nat(560), width: fc.integer({ min: 20, max: 44 }), keep: fc.boolean() });
    fc.assert(
      fc.property(fc.array(wish, { maxLength: 30 }), (unordered) => {
        const wishes = unordered.toSorted((a, b) => a.x - b.x);
        const places = placeRow(wishes);
        places.forEach(({ x, dot }, at) => {
          const { width, keep, x: wanted } = wishes[at] as BadgeWish;
          expect(x).toBeGreaterThanOrEqual(wanted);
          if (keep) expect(dot).toBe(false);
          const next = places[at + 1];
          if (next !== undefined) expect(next.x).toBeGreaterThanOrEqual(x + (dot ? DOT : width));
        });
      }),
    );
  });
});

describe('the density map', () => {
  const BLOCKS = [toTextRange(0, 100), toTextRange(102, 302)];
  // One line, then four: 32 px each, and 11 px above each block.
  const heights = createBlockHeights(BLOCKS, [43, 139]);
  const [, second] = BLOCKS;

  it('finds the lines words are on from where they stand in their block', () => {
    expect(toStrokes(toTextRange(127, 177), second as TextRange, 1, heights)).toEqual([
      { y: 43 + 11 + 16, from: 0.5, to: 1 },
      { y: 43 + 11 + 48, from: 0, to: 0.5 },
    ]);
    expect(toStrokes(toTextRange(0, 102), second as TextRange, 1, heights)).toEqual([]);
  });

  it('draws each line at its place and width', () => {
    const frame = { left: 6, room: 20, scale: 0.5, pad: 10 };
    const strokes = [
      { y: 0, from: 0, to: 1 },
      { y: 1000, from: 0.5, to: 0.7 },
    ];
    expect(toPath(strokes, frame)).toBe('M6 10h20M16 510h4');
  });

  it('draws what falls on one place once', () => {
    const stroke = { y: 100, from: 0, to: 0.05 };
    expect(toPath([stroke, { ...stroke, y: 100.2 }, stroke], { left: 0, room: 20, scale: 1, pad: 0 })).toBe('M0 100h2');
  });
});

describe('the lines of the gloss that are rendered', () => {
  const claims = [10, 10, 40, 90].map((start) => ({ spans: [toTextRange(start, start + 5)] })) as unknown as readonly ShownClaim[];

  it('are those of claims that begin in the part of the text that is near', () => {
    expect(rowsIn(claims, toTextRange(10, 90))).toEqual({ from: 0, to: 3 });
    expect(rowsIn(claims, toTextRange(11, 91))).toEqual({ from: 2, to: 4 });
    expect(rowsIn(claims, toTextRange(50, 60))).toEqual({ from: 3, to: 3 });
    expect(rowsIn([], toTextRange(0, 100))).toEqual({ from: 0, to: 0 });
  });
});
