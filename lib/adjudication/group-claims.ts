import { createUnionFind } from '@/lib/attribution/union-find';
import { inOrder, type Likeness, matchClaims, type Pair } from './match-claims';
import type { Placed } from './span-overlaps';

/** Claims of different people that are taken for the same claim: at most one of each. A claim nobody shares is a group of one. */
export type Group<Item extends Placed> = {
  /** In the order of the people; null where that person has no claim here. */
  readonly claims: readonly (Item | null)[];
};

/**
 * Groups the claims of any number of people. Every two people are matched for themselves (`matchClaims`). Then the pairs are
 * gone through, those that share most first, and the groups of their two claims are put together if that gives nobody two
 * claims in it and every two claims in it were matched. With two people, the groups are their pairs and what is left over.
 *
 * So a group never holds two claims that do not share half of their words, which a chain of neighbours could, and whose
 * claims are given first does not matter. Taking all people at once to find the very best grouping is NP-hard from three
 * people on, and no desk could tell the difference. In text order.
 *
 * Costs as much as matching every two people.
 *
 * @param people the claims of each; ids are unique among all of them
 */
export function groupClaims<Item extends Placed>(people: readonly (readonly Item[])[], likeness?: Likeness<Item>): readonly Group<Item>[] {
  const owner = new Map(people.flatMap((claims, person) => claims.map(({ id }) => [id, person] as const)));
  const pairs = people
    .flatMap((first, at) => people.slice(at + 1).flatMap((second) => matchClaims(first, second, likeness).pairs))
    .sort(byShare);
  const matched = new Set(pairs.flatMap(({ first, second }) => [key(first.id, second.id), key(second.id, first.id)]));
  const groups = createUnionFind();
  const members = new Map<number, readonly Item[]>();
  for (const item of people.flat()) {
    groups.add(item.id);
    members.set(groups.find(item.id) as number, [item]);
  }
  const membersOf = (id: string) => members.get(groups.find(id) as number) as readonly Item[];
  for (const { first, second } of pairs) {
    const [mine, theirs] = [membersOf(first.id), membersOf(second.id)];
    // Two claims of one person were never matched, so this lets nobody in twice either.
    if (mine === theirs || !mine.every((a) => theirs.every((b) => matched.has(key(a.id, b.id))))) continue;
    groups.union(first.id, second.id);
    members.set(groups.find(first.id) as number, [...mine, ...theirs]);
  }
  const whole = new Map(people.flat().map(({ id }) => [groups.find(id) as number, membersOf(id)]));
  const inText = new Map(inOrder(people.flat()).map(({ id }, place) => [id, place]));
  const placeOf = (group: readonly Item[]) => Math.min(...group.map(({ id }) => inText.get(id) as number));
  return [...whole.values()]
    .sort((a, b) => placeOf(a) - placeOf(b))
    .map((group) => ({ claims: people.map((_, person) => group.find(({ id }) => owner.get(id) === person) ?? null) }));
}

function key(a: string, b: string): string {
  return `${a} ${b}`;
}

/** The closest first; of equally close ones the same for every order of people. */
function byShare<Item extends Placed>(a: Pair<Item>, b: Pair<Item>): number {
  return b.dice - a.dice || (idsOf(a) < idsOf(b) ? -1 : 1);
}

function idsOf<Item extends Placed>({ first, second }: Pair<Item>): string {
  return [first.id, second.id].sort().join(' ');
}
