import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareSpans, subtract, unite } from '@/lib/anchoring/span-set';
import { type TextRange, toTextRange } from '@/lib/text/offset';

const LENGTH = 60;
const span = fc
  .tuple(fc.nat(LENGTH - 1), fc.integer({ min: 1, max: 20 }))
  .map(([start, length]) => toTextRange(start, Math.min(LENGTH, start + length)));
const spans = fc.array(span, { maxLength: 8 });

/** The same set, place by place: slow and plain. */
function placesOf(set: readonly TextRange[]): readonly boolean[] {
  return Array.from({ length: LENGTH }, (_, place) => set.some(({ start, end }) => start <= place && place < end));
}

describe('unite', () => {
  it('joins spans that overlap or touch, and leaves others apart', () => {
    const set = [toTextRange(10, 14), toTextRange(0, 3), toTextRange(3, 5), toTextRange(12, 20), toTextRange(30, 31)];
    expect(unite(set)).toEqual([toTextRange(0, 5), toTextRange(10, 20), toTextRange(30, 31)]);
  });

  it('holds the same places, in order, with something between any two', () => {
    fc.assert(
      fc.property(spans, (set) => {
        const united = unite(set);
        expect(placesOf(united)).toEqual(placesOf(set));
        united.forEach(({ start }, index) => {
          if (index > 0) expect(start).toBeGreaterThan(united[index - 1]?.end ?? 0);
        });
      }),
    );
  });
});

describe('subtract', () => {
  it('cuts a span in two', () => {
    expect(subtract([toTextRange(0, 10)], [toTextRange(3, 5)])).toEqual([toTextRange(0, 3), toTextRange(5, 10)]);
  });

  it('leaves the places of the first that are not in the second', () => {
    fc.assert(
      fc.property(spans, spans, (set, taken) => {
        const wanted = placesOf(set).map((inside, place) => inside && !placesOf(taken)[place]);
        expect(placesOf(subtract(unite(set), taken))).toEqual(wanted);
      }),
    );
  });
});

describe('compareSpans', () => {
  it('tells a moved edge, and a further span in front', () => {
    expect(compareSpans([toTextRange(10, 20)], [toTextRange(0, 4), toTextRange(12, 24)])).toEqual([
      { start: 0, end: 4, change: 'added', apart: false },
      { start: 10, end: 12, change: 'removed', apart: true },
      { start: 12, end: 20, change: 'kept', apart: false },
      { start: 20, end: 24, change: 'added', apart: false },
    ]);
  });

  it('says of every place what became of it', () => {
    fc.assert(
      fc.property(spans, spans, (before, after) => {
        const pieces = compareSpans(before, after);
        const changes = { kept: placesOf([]), added: placesOf([]), removed: placesOf([]) };
        for (const change of ['kept', 'added', 'removed'] as const)
          changes[change] = placesOf(pieces.filter((piece) => piece.change === change));
        const was = placesOf(before);
        const is = placesOf(after);
        expect(changes.kept).toEqual(was.map((inside, place) => inside && is[place]));
        expect(changes.added).toEqual(was.map((inside, place) => !inside && is[place]));
        expect(changes.removed).toEqual(was.map((inside, place) => inside && !is[place]));
      }),
    );
  });
});
