import { createUnionFind } from '@/lib/attribution/union-find';
import { createHeap } from './heap';

/** That `left` and `right` may be paired, and what the pair is worth: more than 0. */
export type Edge = { readonly left: number; readonly right: number; readonly weight: number };

/**
 * Pairs off two sets so that what the pairs are worth together is the most that can be: nobody is in two pairs, and nobody
 * has to be in one. Solved for each group of nodes that hang together by itself, so that one far away changes nothing here.
 *
 * The Hungarian method with shortest augmenting paths (Kuhn, Naval Research Logistics Quarterly 2, 1955; Jonker and
 * Volgenant, Computing 38, 1987), over the edges there are: each node of the left may also stay alone, worth 0. Exact where
 * weights are whole numbers; of several best matchings always the same for the same order of edges.
 *
 * @param edges at most one between two nodes
 * @returns the edges of the matching, in the order of their left nodes
 *
 * Costs linear time where no node has a choice; in a group of n nodes and m edges at most n m log m.
 */
export function heaviestMatching(edges: readonly Edge[]): readonly Edge[] {
  return splitUp(edges)
    .flatMap((group) => (group.length === 1 ? group : solve(group)))
    .sort((a, b) => a.left - b.left);
}

/** The edges of each group of nodes that hang together, in the order given. */
export function splitUp<Some extends { readonly left: number; readonly right: number }>(
  edges: readonly Some[],
): readonly (readonly Some[])[] {
  const groups = createUnionFind();
  for (const { left, right } of edges) groups.union(`l${left}`, `r${right}`);
  const byRoot = new Map<number, Some[]>();
  for (const edge of edges) {
    const root = groups.find(`l${edge.left}`) as number;
    const known = byRoot.get(root);
    if (known === undefined) byRoot.set(root, [edge]);
    else known.push(edge);
  }
  return [...byRoot.values()];
}

/** What is known between two rounds. Prices are as `place` says; a right node is taken by an edge, whose left node takes it. */
type Search = {
  readonly edges: ReadonlyMap<number, readonly Edge[]>;
  readonly leftPrice: Map<number, number>;
  readonly rightPrice: Map<number, number>;
  readonly takenBy: Map<number, Edge>;
  readonly takes: Map<number, number>;
};

function solve(all: readonly Edge[]): readonly Edge[] {
  const edges = new Map<number, Edge[]>();
  for (const edge of all) {
    const known = edges.get(edge.left);
    if (known === undefined) edges.set(edge.left, [edge]);
    else known.push(edge);
  }
  const leftPrice = new Map([...edges].map(([left, own]) => [left, own.reduce((most, { weight }) => Math.max(most, weight), 0)]));
  const rightPrice = new Map(all.map(({ right }) => [right, 0]));
  const search: Search = { edges, leftPrice, rightPrice, takenBy: new Map(), takes: new Map() };
  for (const left of edges.keys()) place(search, left);
  return [...search.takenBy.values()];
}

type Reached = { readonly distance: number; readonly by: Edge };

/**
 * Finds room for one more left node, by the cheapest way: along it every right node goes from one left node to another, and
 * it ends at a right node that is free, or with a left node that stays alone. Prices are kept so that `leftPrice + rightPrice`
 * is never under an edge's weight, equal to it on taken edges, and 0 for whoever is alone.
 */
function place({ edges, leftPrice, rightPrice, takenBy, takes }: Search, start: number): void {
  const leftAt = new Map<number, number>();
  const rightAt = new Map<number, Reached>();
  const done = new Set<number>();
  const heap = createHeap();
  let end = Number.POSITIVE_INFINITY;
  // Where the way ends: the right node that changes hands last. None where the left node that began stays alone.
  let last: number | null = null;

  function open(left: number, distance: number): void {
    leftAt.set(left, distance);
    const price = leftPrice.get(left) as number;
    if (distance + price < end) [end, last] = [distance + price, takes.get(left) ?? null];
    for (const edge of edges.get(left) as readonly Edge[]) {
      const far = distance + price + (rightPrice.get(edge.right) as number) - edge.weight;
      const known = rightAt.get(edge.right);
      if (done.has(edge.right) || far >= end || (known !== undefined && known.distance <= far)) continue;
      rightAt.set(edge.right, { distance: far, by: edge });
      heap.push(far, edge.right);
    }
  }

  open(start, 0);
  for (let next = heap.pop(); next !== null && next.key < end; next = heap.pop()) {
    if (done.has(next.node)) continue;
    done.add(next.node);
    const holder = takenBy.get(next.node);
    if (holder === undefined) [end, last] = [next.key, next.node];
    else open(holder.left, next.key);
  }
  for (const [left, distance] of leftAt) if (distance < end) leftPrice.set(left, (leftPrice.get(left) as number) - (end - distance));
  for (const right of done) {
    const { distance } = rightAt.get(right) as Reached;
    if (distance < end) rightPrice.set(right, (rightPrice.get(right) as number) + (end - distance));
  }
  if (last === null) return;
  const loser = takenBy.get(last)?.left;
  if (loser !== undefined) takes.delete(loser);
  // Back along the way: each right node on it goes to the left node it was reached from, which lets go of the one before.
  for (let right: number | undefined = last; right !== undefined; ) {
    const { by } = rightAt.get(right) as Reached;
    const before: number | undefined = takes.get(by.left);
    takenBy.set(right, by);
    takes.set(by.left, right);
    right = before;
  }
}
