import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutSegments, type HighlightSegment, type Mark } from '@/lib/anchoring/segments';
import { toTextRange } from '@/lib/text/offset';

function mark(id: string, start: number, end: number): Mark {
  return { id, ...toTextRange(start, end) };
}

/** Segments as "start-end ids/lanes". */
function draw(segments: readonly HighlightSegment[]): string[] {
  return segments.map(({ start, end, ids, lanes }) => `${start}-${end} ${ids.join('')}/${lanes.join('')}`);
}

const anyMarks = fc
  .array(fc.tuple(fc.nat(30), fc.nat(12)), { maxLength: 12 })
  .map((ranges) => ranges.map(([start, length], i) => mark(String.fromCharCode(97 + i), start, start + length)));

describe('cutSegments', () => {
  it('leaves apart what does not overlap', () => {
    const { segments, lanes } = cutSegments([mark('b', 5, 8), mark('a', 0, 5)]);
    expect(draw(segments)).toEqual(['0-5 a/0', '5-8 b/0']);
    expect(lanes).toEqual([0, 0]);
  });

  it('keeps the inner mark in the first lane and drops the outer one along its whole length', () => {
    const { segments, lanes } = cutSegments([mark('o', 0, 10), mark('i', 3, 6)]);
    expect(draw(segments)).toEqual(['0-3 o/1', '3-6 oi/10', '6-10 o/1']);
    expect(segments.map(({ top }) => top)).toEqual(['o', 'i', 'o']);
    expect(lanes).toEqual([1, 0]);
  });

  it('cuts a partial overlap; the later start is on top', () => {
    const { segments } = cutSegments([mark('a', 0, 6), mark('b', 4, 9)]);
    expect(draw(segments)).toEqual(['0-4 a/1', '4-6 ab/10', '6-9 b/0']);
    expect(segments[1]?.top).toBe('b');
  });

  it('gives each of five that lie over each other a lane of its own, and the last to all further out', () => {
    const nested = Array.from({ length: 7 }, (_, i) => mark(String(i), i, 20 - i));
    expect(cutSegments(nested).lanes).toEqual([4, 4, 4, 3, 2, 1, 0]);
  });

  it('alternates along a chain of partial overlaps', () => {
    expect(cutSegments([mark('a', 0, 4), mark('b', 3, 7), mark('c', 6, 10), mark('d', 9, 12)]).lanes).toEqual([1, 0, 1, 0]);
  });

  it('takes the shorter of two with the same start, and the later of two alike, as the inner one', () => {
    expect(draw(cutSegments([mark('s', 0, 4), mark('l', 0, 8)]).segments)).toEqual(['0-4 ls/10', '4-8 l/1']);
    expect(draw(cutSegments([mark('a', 0, 4), mark('b', 0, 4)]).segments)).toEqual(['0-4 ab/10']);
  });

  it('treats the spans of one claim as marks of their own', () => {
    const { segments, lanes } = cutSegments([mark('a', 0, 2), mark('a', 6, 8), mark('b', 5, 9)]);
    expect(draw(segments)).toEqual(['0-2 a/0', '5-6 b/1', '6-8 ba/10', '8-9 b/1']);
    expect(lanes).toEqual([0, 0, 1]);
  });

  it('leaves out empty marks', () => {
    expect(cutSegments([mark('a', 3, 3)])).toEqual({ segments: [], lanes: [0] });
    expect(cutSegments([])).toEqual({ segments: [], lanes: [] });
  });

  it('agrees at every offset with asking each mark', () => {
    fc.assert(
      fc.property(anyMarks, (marks) => {
        const { segments } = cutSegments(marks);
        for (let offset = 0; offset < 45; offset++) {
          const inside = marks
            .filter(({ start, end }) => start <= offset && offset < end)
            .sort((a, b) => a.start - b.start || b.end - a.end)
            .map(({ id }) => id);
          const segment = segments.find(({ start, end }) => start <= offset && offset < end);
          expect(segment?.ids ?? []).toEqual(inside);
          expect(segment?.top).toBe(inside.at(-1));
        }
      }),
    );
  });

  it('gives segments in order, as long as they can be, with edges only where marks have theirs', () => {
    fc.assert(
      fc.property(anyMarks, (marks) => {
        const { segments } = cutSegments(marks);
        const edges = new Set(marks.flatMap(({ start, end }) => [start, end]));
        segments.forEach((segment, i) => {
          expect(segment.start).toBeLessThan(segment.end);
          expect(edges.has(segment.start) && edges.has(segment.end)).toBe(true);
          const next = segments[i + 1];
          if (next === undefined) return;
          expect(next.start).toBeGreaterThanOrEqual(segment.end);
          if (next.start === segment.end) expect(next.ids).not.toEqual(segment.ids);
        });
      }),
    );
  });

  it('gives every mark one lane, alone in it up to five deep, and never one further down than what lies over it', () => {
    fc.assert(
      fc.property(anyMarks, (marks) => {
        const { segments, lanes } = cutSegments(marks);
        const laneOf = new Map(marks.map(({ id }, i) => [id, lanes[i] as number]));
        for (const segment of segments) expect(segment.lanes).toEqual(segment.ids.map((id) => laneOf.get(id)));
        const real = marks.filter(({ start, end }) => start < end);
        for (const one of real) {
          const lane = laneOf.get(one.id) as number;
          const over = real.filter((other) => other !== one && other.start < one.end && one.start < other.end);
          if (lane < 4) for (const other of over) if (laneOf.get(other.id) === lane) expect([one, other]).toEqual('a lane each');
          // Every lane above its own is taken under some of its words.
          for (let above = 0; above < lane; above += 1) expect(over.some(({ id }) => laneOf.get(id) === above)).toBe(true);
        }
      }),
    );
  });

  it('cuts 10,000 marks', () => {
    const marks = Array.from({ length: 10_000 }, (_, i) => mark(`c${i}`, i * 60, i * 60 + 20 + ((i * 37) % 150)));
    expect(cutSegments(marks).segments.length).toBeGreaterThan(10_000);
  });
});
