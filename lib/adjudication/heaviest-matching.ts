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

/** A group with its nodes numbered from 0 on either side, and what is known between two rounds; -1 is nobody. */
type Search = {
  /** For each left node its edges. */
  readonly edges: readonly (readonly Edge[])[];
  /** Prices are as `place` says. */
  readonly leftPrice: Float64Array;
  readonly rightPrice: Float64Array;
  readonly takenBy: Int32Array;
  readonly takes: Int32Array;
  /** How far away each right node is in this round, and the left node it is reached from. */
  readonly distance: Float64Array;
  readonly from: Int32Array;
  /** Whether its distance is final: with weights that are no whole numbers, rounding could make a way look shorter that leads in a ring. */
  readonly settled: Uint8Array;
};

function solve(group: readonly Edge[]): readonly Edge[] {
  const [left, right] = [numberNodes(group.map((edge) => edge.left)), numberNodes(group.map((edge) => edge.right))];
  const edges: Edge[][] = Array.from(left, () => []);
  for (const { left: from, right: to, weight } of group) {
    const own = left.get(from) as number;
    edges[own]?.push({ left: own, right: right.get(to) as number, weight });
  }
  const search: Search = {
    edges,
    leftPrice: Float64Array.from(edges, (own) => own.reduce((most, { weight }) => Math.max(most, weight), 0)),
    rightPrice: new Float64Array(right.size),
    takenBy: new Int32Array(right.size).fill(-1),
    takes: new Int32Array(left.size).fill(-1),
    distance: new Float64Array(right.size),
    from: new Int32Array(right.size),
    settled: new Uint8Array(right.size),
  };
  for (const start of edges.keys()) place(search, start);
  return group.filter((edge) => search.takes[left.get(edge.left) as number] === right.get(edge.right));
}

function numberNodes(nodes: readonly number[]): ReadonlyMap<number, number> {
  return new Map([...new Set(nodes)].map((node, at) => [node, at]));
}

/**
 * Finds room for one more left node, by the cheapest way: along it every right node goes from one left node to another, and
 * it ends at a right node that is free, or with a left node that stays alone. Prices are kept so that `leftPrice + rightPrice`
 * is never under an edge's weight, equal to it on taken edges, and 0 for whoever is alone.
 */
function place({ edges, leftPrice, rightPrice, takenBy, takes, distance, from, settled }: Search, start: number): void {
  distance.fill(Number.POSITIVE_INFINITY);
  settled.fill(0);
  const done: number[] = [];
  const opened: { readonly left: number; readonly at: number }[] = [];
  const heap = createHeap();
  let end = Number.POSITIVE_INFINITY;
  // Where the way ends: the right node that changes hands last. None where the left node that began stays alone.
  let last = -1;

  function open(left: number, at: number): void {
    opened.push({ left, at });
    const price = leftPrice[left] as number;
    if (at + price < end) [end, last] = [at + price, takes[left] as number];
    for (const { right, weight } of edges[left] as readonly Edge[]) {
      const far = at + price + (rightPrice[right] as number) - weight;
      if (settled[right] === 1 || far >= end || far >= (distance[right] as number)) continue;
      distance[right] = far;
      from[right] = left;
      // Nobody holds it: no way that ends later can be cheaper, so what is farther need not be looked at.
      if (takenBy[right] === -1) [end, last] = [far, right];
      else heap.push(far, right);
    }
  }

  open(start, 0);
  for (let next = heap.pop(); next !== null && next.key < end; next = heap.pop()) {
    if (settled[next.node] === 1) continue;
    settled[next.node] = 1;
    done.push(next.node);
    open(takenBy[next.node] as number, next.key);
  }
  for (const { left, at } of opened) if (at < end) leftPrice[left] = (leftPrice[left] as number) - (end - at);
  for (const right of done) rightPrice[right] = (rightPrice[right] as number) + (end - (distance[right] as number));
  if (last === -1) return;
  const loser = takenBy[last] as number;
  if (loser !== -1) takes[loser] = -1;
  // Back along the way: each right node on it goes to the left node it was reached from, which lets go of the one before.
  for (let right = last; right !== -1; ) {
    const taker = from[right] as number;
    const before = takes[taker] as number;
    takenBy[right] = taker;
    takes[taker] = right;
    right = before;
  }
}
