import type { TextOffset, TextRange } from '@/lib/text/offset';

/** One span of one claim. A claim with several spans gives several marks with the same id. */
export type Mark = TextRange & { readonly id: string };

/** The first lane is the line right under the text, each further one lies below the one before. */
export type Lane = 0 | 1 | 2 | 3 | 4;

/** Where more lie over each other the outermost share the last lane: badge and gloss tell them apart. */
const LAST_LANE = 4;

/**
 * A stretch of text over which the same marks lie. `ids` and `lanes` run in parallel, outermost first (earlier start,
 * then longer, then earlier in the input); `top` is the last of them, the latest start, whose tint is drawn.
 */
export type HighlightSegment = TextRange & {
  readonly ids: readonly string[];
  readonly lanes: readonly Lane[];
  readonly top: string;
};

export type HighlightGeometry = {
  /** In text order, without overlap; text under no mark has no segment. */
  readonly segments: readonly HighlightSegment[];
  /** The lane of each mark, in the order of the input. */
  readonly lanes: readonly Lane[];
};

/**
 * How overlapping highlights are drawn: marks are cut where any of them starts or ends, and each keeps one lane along
 * its whole length.
 *
 *     outer      ──────────────────     lane 1
 *     inner           ──────            lane 0
 *     segments   |----|-----|------|    [outer] [outer, inner] [outer]
 *
 * A mark takes the first lane that no mark further in (later start, or same start and shorter) has taken under any of
 * its words. So the inner of two keeps the first lane, a chain of partial overlaps alternates, and up to five that lie
 * over each other have a lane each.
 *
 * Empty marks are left out (their lane is 0). Cost: O(n log n + ids in the output). Source: design reference, "Highlights".
 */
export function cutSegments(marks: readonly Mark[]): HighlightGeometry {
  const order = marks.map((_, i) => i).filter((i) => markOf(i).start < markOf(i).end);
  // Array.prototype.sort is stable: equal ranges keep the order of the input.
  order.sort((a, b) => markOf(a).start - markOf(b).start || markOf(b).end - markOf(a).end);
  const lanes = assignLanes(marks, order);

  const segments: HighlightSegment[] = [];
  let active: number[] = [];
  let from = 0;
  const cutAt = (to: number) => {
    const last = active.at(-1);
    if (last === undefined || from >= to) return;
    segments.push({
      start: from as TextOffset,
      end: to as TextOffset,
      ids: active.map((i) => markOf(i).id),
      lanes: active.map((i) => lanes[i] as Lane),
      top: markOf(last).id,
    });
  };
  const edges = [...new Set(order.flatMap((i) => [markOf(i).start as number, markOf(i).end as number]))].sort((a, b) => a - b);
  let next = 0;
  for (const edge of edges) {
    cutAt(edge);
    // A filter costs as much as the segment just put out had ids. New marks are further in than all active ones.
    active = active.filter((i) => markOf(i).end > edge);
    for (; next < order.length && markOf(order[next] as number).start === edge; next++) active.push(order[next] as number);
    from = edge;
  }
  return { segments, lanes };

  function markOf(i: number): Mark {
    return marks[i] as Mark;
  }
}

/** Walks from the innermost mark outwards: starts descend, so of the marks in one lane only the one met last can be under the next. */
function assignLanes(marks: readonly Mark[], order: readonly number[]): readonly Lane[] {
  const lanes: Lane[] = marks.map(() => 0);
  const nearestStart: number[] = Array.from({ length: LAST_LANE }, () => Number.POSITIVE_INFINITY);
  for (const i of order.toReversed()) {
    const { start, end } = marks[i] as Mark;
    const free = nearestStart.findIndex((nearest) => nearest >= end);
    if (free === -1) lanes[i] = LAST_LANE;
    else {
      lanes[i] = free as Lane;
      nearestStart[free] = start;
    }
  }
  return lanes;
}
