import type { Decoration } from '@tiptap/pm/view';
import type { BlockHeights } from '@/lib/anchoring/block-heights';
import type { Block } from '@/lib/anchoring/blocks';
import type { TextRange } from '@/lib/text/offset';
import { type Drawn, decorateBlock, type Setting } from './claim-decorations';

/** What changes on screen: decorations that go and come, and of each block they are in how many characters at its end stay as they are. */
export type LayerChange = {
  readonly remove: readonly Decoration[];
  readonly add: readonly Decoration[];
  readonly blocks: ReadonlyMap<number, number>;
};

export type ClaimLayer = {
  /** Another piece of the text is near the window. `pinned`: blocks that stay as they are, since the selection is in them. */
  readonly move: (near: TextRange, pinned: readonly number[]) => LayerChange | null;
  /** Claims, the open one, or what bears on it changed. `changed`: where claims came or went; null when all may have. */
  readonly draw: (drawn: Drawn, changed: readonly TextRange[] | null, near: TextRange, pinned: readonly number[]) => LayerChange | null;
  /** The blocks that carry their claims, in text order. */
  readonly blocks: () => readonly number[];
};

/** Keeps the claims of those blocks drawn that are near the window, and only those: claims elsewhere cost nothing. */
export function createClaimLayer(blocks: readonly Block[], heights: BlockHeights, setting: Omit<Setting, 'doc'>): ClaimLayer {
  const decorated = new Map<number, readonly Decoration[]>();
  let drawn: Drawn | null = null;
  let near: TextRange | null = null;

  function* blocksOf({ start, end }: TextRange): Iterable<number> {
    for (let at = heights.blockOf(start); at < blocks.length && (blocks[at] as Block).start < end; at += 1) yield at;
  }

  function replace(going: Iterable<number>, coming: Iterable<number>): LayerChange | null {
    const remove: Decoration[] = [];
    const add: Decoration[] = [];
    const changed = new Map<number, number>();
    const before = new Map<number, readonly Decoration[]>();
    for (const at of going) {
      const gone = decorated.get(at) ?? [];
      remove.push(...gone);
      before.set(at, gone);
      decorated.delete(at);
      changed.set(at, 0);
    }
    for (const at of coming) {
      if (drawn === null || near === null) break;
      const block = blocks[at] as Block;
      const made = decorateBlock(drawn, block, near, setting);
      decorated.set(at, made);
      add.push(...made);
      const gone = before.get(at);
      changed.set(at, gone === undefined ? 0 : setting.positions.toPosition(block.end, -1) - lastChange(gone, made));
    }
    return changed.size === 0 ? null : { remove, add, blocks: changed };
  }

  /** Draws the blocks of `next`, those that are drawn and `stale` anew; of others only the drawn ones of `kept` stay. */
  function redraw(next: TextRange, kept: Iterable<number>, stale: Iterable<number>): LayerChange | null {
    near = next;
    const wanted = new Set(blocksOf(next));
    for (const at of kept) if (decorated.has(at)) wanted.add(at);
    const again = new Set(stale);
    return replace(
      [...decorated.keys()].filter((at) => !wanted.has(at) || again.has(at)),
      [...wanted].filter((at) => !decorated.has(at) || again.has(at)),
    );
  }

  const isSameRange = (a: TextRange, b: TextRange) => a.start === b.start && a.end === b.end;

  return {
    move(next, pinned) {
      // A part of a block that is too long to be drawn whole moves within it.
      return redraw(next, pinned, near === null || isSameRange(near, next) ? [] : [near, next].flatMap(cutBlocks));
    },
    draw(next, changed, to, pinned) {
      const before = drawn;
      drawn = next;
      if (near === null) return null;
      // Whatever is drawn stays as long as the window shows the same.
      const kept = isSameRange(near, to) ? [...decorated.keys()] : pinned;
      if (changed === null || before === null) return redraw(to, kept, [...decorated.keys()]);
      const stale = new Set<number>();
      for (const range of [...changed, ...looksOf(before, next)]) for (const at of blocksOf(range)) stale.add(at);
      return redraw(to, kept, stale);
    },
    blocks: () => [...decorated.keys()].sort((a, b) => a - b),
  };

  function cutBlocks(range: TextRange): readonly number[] {
    const [first, last] = [heights.blockOf(range.start), heights.blockOf(Math.max(range.start, range.end - 1))];
    return [...((blocks[first] as Block).start < range.start ? [first] : []), ...((blocks[last] as Block).end > range.end ? [last] : [])];
  }
}

/** The position after which two ways to decorate a block are the same. */
function lastChange(before: readonly Decoration[], after: readonly Decoration[]): number {
  const looks = ({ from, to, spec }: Decoration) => `${from} ${to} ${spec.key}`;
  const endsOf = (decorations: readonly Decoration[]) => new Map(decorations.map((decoration) => [looks(decoration), decoration.to]));
  const [gone, made] = [endsOf(before), endsOf(after)];
  let last = 0;
  for (const [key, to] of [...gone, ...made]) if (!(gone.has(key) && made.has(key))) last = Math.max(last, to);
  return last;
}

/** The words of claims that look different now though they are the same: the open one, and those that bear on it. */
function looksOf(before: Drawn, after: Drawn): readonly TextRange[] {
  const kin = (ids: Drawn['kin']) => [...ids.keys()];
  const sameKin = before.kin.size === after.kin.size && [...before.kin].every(([id, kind]) => after.kin.get(id) === kind);
  const sameOpen = before.openId === after.openId && before.moved === after.moved;
  const ids = [...(sameOpen ? [] : [before.openId, after.openId]), ...(sameKin ? [] : [...kin(before.kin), ...kin(after.kin)])];
  const spans = ids.flatMap((id) => (id === null ? [] : (after.find(id)?.spans ?? [])));
  return sameOpen ? spans : [...spans, ...(before.moved ?? []), ...(after.moved ?? [])];
}
