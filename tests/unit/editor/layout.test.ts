import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cardTop } from '@/components/editor/layout/card-top';
import { toDensityPaths } from '@/components/editor/layout/density-strokes';
import { stackStubs } from '@/components/editor/layout/stack-stubs';

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

describe('the density map', () => {
  const frame = { articleWidth: 600, articleHeight: 1000, mapHeight: 520, pad: 10, left: 6, room: 20 };

  it('draws each line at its place and width, one path a class', () => {
    const paths = toDensityPaths(
      [
        { x: 0, y: 0, width: 600, key: 'record' },
        { x: 300, y: 500, width: 300, key: 'record' },
        { x: 0, y: 1000, width: 30, key: 'none' },
      ],
      frame,
    );
    expect(Object.fromEntries(paths)).toEqual({ record: 'M6 10h20M16 260h10', none: 'M6 510h2' });
  });

  it('draws lines that fall on one another once', () => {
    const stroke = { x: 0, y: 100, width: 600, key: 'record' };
    expect(toDensityPaths([stroke, { ...stroke, y: 100.2 }], frame).get('record')).toBe('M6 60h20');
  });
});
