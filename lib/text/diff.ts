import { isBlank } from './blank';

/** What became of a piece: it stayed, it went, or it came. */
export type DiffKind = 'same' | 'gone' | 'come';

/** A piece of two texts set against each other. All that is not `come` is the first text, all that is not `gone` the second. */
export type DiffPart = { readonly kind: DiffKind; readonly text: string };

export type Edit<Item> = { readonly kind: DiffKind; readonly item: Item };

/** Two lists that differ in more places than this are not set against each other: nothing of it could be read. */
const EDITS_MAX = 400;

/**
 * The fewest steps from one list to another, in order; of a place where something went and something came, what went first.
 * Where that is more than 400 steps, all of the first goes and all of the second comes.
 *
 * Cost: (a + b) times the steps. Source: E. W. Myers, “An O(ND) Difference Algorithm and Its Variations”, 1986, the greedy algorithm.
 */
export function diffList<Item extends string>(a: readonly Item[], b: readonly Item[]): readonly Edit<Item>[] {
  let from = 0;
  while (from < a.length && from < b.length && a[from] === b[from]) from++;
  let tail = 0;
  while (tail < a.length - from && tail < b.length - from && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++;
  const middle = goneFirst(shortestPath(a.slice(from, a.length - tail), b.slice(from, b.length - tail)));
  return [...toEdits('same', a.slice(0, from)), ...middle, ...toEdits('same', a.slice(a.length - tail))];
}

function toEdits<Item>(kind: DiffKind, items: readonly Item[]): readonly Edit<Item>[] {
  return items.map((item) => ({ kind, item }));
}

/** `furthest[k]` is how far into `a` a path gets on diagonal k (place in a less place in b) with so many steps. */
function shortestPath<Item extends string>(a: readonly Item[], b: readonly Item[]): readonly Edit<Item>[] {
  const whole = () => [...toEdits('gone', a), ...toEdits('come', b)];
  if (a.length === 0 || b.length === 0) return whole();
  const most = Math.min(a.length + b.length, EDITS_MAX);
  const trace: Map<number, number>[] = [];
  let furthest = new Map<number, number>([[1, 0]]);
  for (let steps = 0; steps <= most; steps++) {
    trace.push(furthest);
    const next = new Map(furthest);
    for (let k = -steps; k <= steps; k += 2) {
      let x = comes(furthest, k, steps) ? at(furthest, k + 1) : at(furthest, k - 1) + 1;
      while (x < a.length && x - k < b.length && a[x] === b[x - k]) x++;
      next.set(k, x);
      if (x >= a.length && x - k >= b.length) return walkBack(a, b, trace);
    }
    furthest = next;
  }
  return whole();
}

function at(furthest: ReadonlyMap<number, number>, k: number): number {
  return furthest.get(k) ?? -1;
}

/** Whether the step onto diagonal k was one in which something came. */
function comes(furthest: ReadonlyMap<number, number>, k: number, steps: number): boolean {
  return k === -steps || (k !== steps && at(furthest, k - 1) < at(furthest, k + 1));
}

function walkBack<Item extends string>(
  a: readonly Item[],
  b: readonly Item[],
  trace: readonly ReadonlyMap<number, number>[],
): readonly Edit<Item>[] {
  const edits: Edit<Item>[] = [];
  let [x, y] = [a.length, b.length];
  for (let steps = trace.length - 1; steps >= 0; steps--) {
    const furthest = trace[steps] as ReadonlyMap<number, number>;
    const k = x - y;
    const came = comes(furthest, k, steps);
    const beforeX = at(furthest, came ? k + 1 : k - 1);
    const beforeY = beforeX - (came ? k + 1 : k - 1);
    while (x > Math.max(beforeX, 0) && y > Math.max(beforeY, 0)) {
      edits.push({ kind: 'same', item: a[x - 1] as Item });
      x--;
      y--;
    }
    if (steps === 0) break;
    edits.push(came ? { kind: 'come', item: b[beforeY] as Item } : { kind: 'gone', item: a[beforeX] as Item });
    [x, y] = [beforeX, beforeY];
  }
  return edits.reverse();
}

function goneFirst<Item>(edits: readonly Edit<Item>[]): readonly Edit<Item>[] {
  const ordered: Edit<Item>[] = [];
  let came: Edit<Item>[] = [];
  for (const edit of edits) {
    if (edit.kind === 'come') came.push(edit);
    else {
      if (edit.kind === 'same') {
        ordered.push(...came);
        came = [];
      }
      ordered.push(edit);
    }
  }
  return [...ordered, ...came];
}

/**
 * Two texts set against each other by the word. White space that alone stayed between two changes is taken into them: the words
 * around it are read as one change. Neighbours are never of one kind, and none is empty.
 *
 *     'He said no', 'He says no'  ->  same 'He ', gone 'said', come 'says', same ' no'
 */
export function diffWords(a: string, b: string): readonly DiffPart[] {
  return joined(bridged(joined(diffList(toWords(a), toWords(b)).map(({ kind, item }) => ({ kind, text: item })))));
}

/** Texts that share less of their letters than this are not one text that was changed: pieces of it could not be read. */
const ALIKE_FROM = 0.4;

/** The same of two texts that share at least four letters of ten; null of others, which are read one after the other. */
export function diffAlike(a: string, b: string): readonly DiffPart[] | null {
  const parts = diffWords(a, b);
  const stayed = parts.reduce((sum, { kind, text }) => sum + (kind === 'same' ? text.length : 0), 0);
  return stayed >= ALIKE_FROM * Math.max(a.length, b.length) ? parts : null;
}

/** One of the two texts again, without what came to it (or went from it); where nothing marks the place, what stayed is one part. */
export function sideOf(parts: readonly DiffPart[], without: 'come' | 'gone'): readonly DiffPart[] {
  return joined(parts.filter(({ kind }) => kind !== without));
}

/** Words, runs of white space, and every other sign by itself; in scripts without spaces as a dictionary has the words. */
function toWords(text: string): readonly string[] {
  return [...SEGMENTER.segment(text)].map(({ segment }) => segment);
}

const SEGMENTER = new Intl.Segmenter('en', { granularity: 'word' });

function bridged(parts: readonly DiffPart[]): readonly DiffPart[] {
  return parts.flatMap((part, place): DiffPart[] => {
    const isBridge = part.kind === 'same' && place > 0 && place < parts.length - 1 && isBlank(part.text);
    return isBridge
      ? [
          { kind: 'gone', text: part.text },
          { kind: 'come', text: part.text },
        ]
      : [part];
  });
}

/** Neighbours of one kind as one; between two that stayed, all that went before all that came. */
function joined(parts: readonly DiffPart[]): readonly DiffPart[] {
  const out: DiffPart[] = [];
  let [gone, come] = ['', ''];
  const flush = () => {
    if (gone !== '') out.push({ kind: 'gone', text: gone });
    if (come !== '') out.push({ kind: 'come', text: come });
    [gone, come] = ['', ''];
  };
  for (const { kind, text } of parts) {
    if (kind === 'gone') gone += text;
    else if (kind === 'come') come += text;
    else {
      flush();
      const last = out.at(-1);
      if (last?.kind === 'same') out[out.length - 1] = { kind, text: last.text + text };
      else if (text !== '') out.push({ kind, text });
    }
  }
  flush();
  return out;
}
