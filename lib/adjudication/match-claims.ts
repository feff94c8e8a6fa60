import { type Edge, heaviestMatching, splitUp } from './heaviest-matching';
import { lengthOf, overlapsBetween, type Placed } from './span-overlaps';

/** Two claims that stand on the same words, or nearly. */
export type Pair<Item extends Placed> = {
  readonly first: Item;
  readonly second: Item;
  /** Characters (UTF-16 units) that both stand on. */
  readonly shared: number;
  /** Dice's coefficient of their characters: 1 the same words, 0 no word in common. */
  readonly dice: number;
};

/** What two people marked, paired off. All three in text order. */
export type Match<Item extends Placed> = {
  readonly pairs: readonly Pair<Item>[];
  readonly onlyFirst: readonly Item[];
  readonly onlySecond: readonly Item[];
};

/**
 * How much two claims have to share to be taken for the same one: Dice's coefficient of their characters, twice the shared
 * over the sum of both lengths. One half: of what the two marked, on average, at least as much is the other's too as is not. With
 * less, more of what is laid side by side is one person's alone than is both's, and merging their edges would make a
 * claim that neither saw. It still takes a clause for its sentence, up to a third of its length.
 */
export const SAME_CLAIM = 0.5;

/** Whether two claims are tagged alike, from 0 to 1; symmetric. It decides only between pairs that share their words equally. */
export type Likeness<Item> = (a: Item, b: Item) => number;

/** Dice to a millionth, then likeness to a tenth: a thousand pairs that hang together would have to be alike to outweigh a millionth. */
const WORDS = 1e6;
const ALIKE = 1e4;
const ALIKE_STEPS = 10;

/**
 * Pairs the claims of two people off by their words: those that share enough, each in at most one pair, so that the sum of what the
 * pairs share (Dice) is the most there can be. Two claims on the very same words, a denial by each of two ministers, are told
 * apart by how they are tagged.
 *
 * The same for any order of the claims, the same pairs whoever is called first, and within a stretch of text where claims overlap
 * nothing depends on what lies elsewhere. Source of the measure: Dice, "Measures of the Amount of Ecologic Association
 * between Species", Ecology 26 (1945).
 *
 * Costs n log n, and what `heaviestMatching` costs where many overlap many.
 */
export function matchClaims<Item extends Placed>(first: readonly Item[], second: readonly Item[], likeness?: Likeness<Item>): Match<Item> {
  const [mine, theirs] = [inOrder(first), inOrder(second)];
  const [lengths, others] = [mine.map(({ spans }) => lengthOf(spans)), theirs.map(({ spans }) => lengthOf(spans))];
  const close = overlapsBetween(mine, theirs).flatMap(({ first: left, second: right, shared }) => {
    const dice = (2 * shared) / ((lengths[left] as number) + (others[right] as number));
    if (dice < SAME_CLAIM) return [];
    const alike = likeness?.(mine[left] as Item, theirs[right] as Item) ?? 0;
    // Whole numbers: sums of them are exact, so that which matching is best does not hang on rounding.
    return [{ left, right, shared, dice, weight: Math.round(dice * WORDS) * ALIKE + Math.round(alike * ALIKE_STEPS) }];
  });
  const pairs = splitUp(close).flatMap((group) => solveOneWay(group, mine, theirs));
  const facts = new Map(close.map((edge) => [edge.left * theirs.length + edge.right, edge]));
  const [taken, takenToo] = [new Set(pairs.map(({ left }) => left)), new Set(pairs.map(({ right }) => right))];
  return {
    pairs: pairs
      .sort((a, b) => a.left - b.left)
      .map(({ left, right }) => {
        const { shared, dice } = facts.get(left * theirs.length + right) as (typeof close)[number];
        return { first: mine[left] as Item, second: theirs[right] as Item, shared, dice };
      }),
    onlyFirst: mine.filter((_, at) => !taken.has(at)),
    onlySecond: theirs.filter((_, at) => !takenToo.has(at)),
  };
}

/** Text order, and among claims on the same words the order of their ids, which never changes. */
export function inOrder<Item extends Placed>(items: readonly Item[]): readonly Item[] {
  const key = ({ spans }: Placed) => spans.flatMap(({ start, end }) => [start, end]);
  return items
    .map((item) => ({ item, at: key(item) }))
    .sort((a, b) => byNumbers(a.at, b.at) || (a.item.id < b.item.id ? -1 : 1))
    .map(({ item }) => item);
}

function byNumbers(a: readonly number[], b: readonly number[]): number {
  for (let at = 0; at < Math.max(a.length, b.length); at++) {
    const apart = (a[at] ?? -1) - (b[at] ?? -1);
    if (apart !== 0) return apart;
  }
  return 0;
}

/** Whose smallest id is smaller is the left side, in each group for itself: so it does not matter who was called first. */
function solveOneWay<Item extends Placed>(group: readonly Edge[], mine: readonly Item[], theirs: readonly Item[]): readonly Edge[] {
  const smallest = (ids: readonly (string | undefined)[]) => ids.reduce((least, id) => ((id ?? '') < (least ?? '') ? id : least)) ?? '';
  const swapped = smallest(group.map(({ right }) => theirs[right]?.id)) < smallest(group.map(({ left }) => mine[left]?.id));
  if (!swapped) return heaviestMatching(group);
  const turned = group
    .map(({ left, right, weight }) => ({ left: right, right: left, weight }))
    .sort((a, b) => a.left - b.left || a.right - b.right);
  return heaviestMatching(turned).map(({ left, right, weight }) => ({ left: right, right: left, weight }));
}
