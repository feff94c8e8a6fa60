/** What the queue is sorted by. The first is the one without a word in the address. */
export const QUEUE_SORTS = ['waiting', 'newest', 'weakest', 'disagreement', 'article'] as const;
export type QueueSort = (typeof QUEUE_SORTS)[number];

/**
 * Where a claim stands in the queue, by every order there is: since when it waits (ms), the place of its article among those
 * with something handed in and its own in the text, its strength, how far its checkers were apart (0 the farthest), and what tells two apart that are alike in all that.
 */
export type Standing = {
  readonly at: number;
  readonly place: number;
  readonly strength: number;
  readonly apart: number;
  readonly entry: number;
};

export const NO_STANDING: Standing = { at: 0, place: 0, strength: 0, apart: 0, entry: 0 };

/** What decides, in turn. Claims handed in at once are in the order of their text. */
const KEYS: Readonly<Record<QueueSort, readonly (keyof Standing)[]>> = {
  waiting: ['at', 'place', 'entry'],
  newest: ['at', 'place', 'entry'],
  weakest: ['strength', 'at', 'place', 'entry'],
  disagreement: ['apart', 'at', 'place', 'entry'],
  article: ['place', 'at', 'entry'],
};

/** For `sort`. */
export function byStanding(sort: QueueSort): (a: Standing, b: Standing) => number {
  const forward = byKeys(sort);
  return sort === 'newest' ? (a, b) => forward(b, a) : forward;
}

function byKeys(sort: QueueSort): (a: Standing, b: Standing) => number {
  // The safest integers are too far apart for a difference to be exact, but never for its sign.
  const byTime = (a: Standing, b: Standing) => a.at - b.at || a.place - b.place || a.entry - b.entry;
  if (sort === 'disagreement') return (a, b) => a.apart - b.apart || byTime(a, b);
  if (sort === 'weakest') return (a, b) => a.strength - b.strength || byTime(a, b);
  return sort === 'article' ? (a, b) => a.place - b.place || a.at - b.at || a.entry - b.entry : byTime;
}

/**
 * A keyset cursor: where the last row of a page stands, as the address has it. What follows it is told by that and not by
 * counting, so a page neither misses nor repeats a claim when others are decided meanwhile.
 */
export function toCursor(sort: QueueSort, standing: Standing): string {
  return [sort, ...KEYS[sort].map((key) => standing[key])].join('.');
}

/** Null when `text` is not a cursor this code wrote for this order; the queue then starts at its beginning. */
export function parseCursor(sort: QueueSort, text: string): Standing | null {
  const [name, ...numbers] = text.split('.');
  const keys = KEYS[sort];
  if (name !== sort || numbers.length !== keys.length || !numbers.every((number) => /^\d{1,16}$/.test(number))) return null;
  const values = numbers.map(Number);
  if (!values.every(Number.isSafeInteger)) return null;
  return { ...NO_STANDING, ...Object.fromEntries(keys.map((key, index) => [key, values[index]])) };
}
