import { unite } from '@/lib/anchoring/span-set';
import type { TextRange } from '@/lib/text/offset';

/** Something on one or more spans of a text. Claims are. */
export type Placed = { readonly id: string; readonly spans: readonly TextRange[] };

/** Two things of two lists that have characters in common: their places in the lists, and how many characters (UTF-16 units). */
export type Overlap = { readonly first: number; readonly second: number; readonly shared: number };

/** The number of characters that spans cover; where they overlap, once. */
export function lengthOf(spans: readonly TextRange[]): number {
  return unite(spans).reduce((sum, { start, end }) => sum + end - start, 0);
}

type Stretch = TextRange & { readonly owner: number };

/**
 * Every two things of two lists that overlap, with the characters they share; in the order of their places. One pass over
 * both in text order: costs n log n in the spans, and as much again as there are overlapping spans.
 */
export function overlapsBetween(first: readonly Placed[], second: readonly Placed[]): readonly Overlap[] {
  const mine = toStretches(first);
  const theirs = toStretches(second);
  const shared = new Map<number, number>();
  const [openMine, openTheirs]: [Stretch[], Stretch[]] = [[], []];
  let [a, b] = [0, 0];
  while (a < mine.length || b < theirs.length) {
    const [one, other] = [mine[a], theirs[b]];
    if (other === undefined || (one !== undefined && one.start <= other.start)) {
      meet(one as Stretch, openTheirs, (held) => (one as Stretch).owner * second.length + held.owner);
      openMine.push(one as Stretch);
      a++;
    } else {
      meet(other, openMine, (held) => held.owner * second.length + other.owner);
      openTheirs.push(other);
      b++;
    }
  }

  /** Counts what a stretch shares with those of the other list that began before it; those that have ended go. */
  function meet(stretch: Stretch, open: Stretch[], key: (held: Stretch) => number): void {
    let kept = 0;
    for (const held of open) {
      if (held.end <= stretch.start) continue;
      open[kept++] = held;
      const at = key(held);
      shared.set(at, (shared.get(at) ?? 0) + Math.min(held.end, stretch.end) - stretch.start);
    }
    open.length = kept;
  }

  return [...shared]
    .sort(([x], [y]) => x - y)
    .map(([key, count]) => ({ first: Math.floor(key / second.length), second: key % second.length, shared: count }));
}

function toStretches(items: readonly Placed[]): readonly Stretch[] {
  return items
    .flatMap(({ spans }, owner) => unite(spans).map(({ start, end }) => ({ start, end, owner })))
    .filter(({ start, end }) => start < end)
    .sort((x, y) => x.start - y.start || x.end - y.end);
}
