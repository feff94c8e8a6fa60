/**
 * The edges that close a ring: a walk in depth, from the first node, in the order given, finds each edge that leads back
 * to a node it is still inside of. Without these edges there is no ring. Which edge of a ring it is depends on where claims
 * enter; that there is one does not. The walk keeps its own stack, since a desk's sources can hang together more deeply
 * than calls may nest. Linear in nodes and edges.
 *
 * @param targets for each node the nodes it leads to, itself perhaps among them; nodes where claims enter come first
 * @returns numbers of edges, counted through all nodes in order
 */
export function findClosingEdges(targets: readonly (readonly number[])[]): ReadonlySet<number> {
  let count = 0;
  const firsts = targets.map((list) => {
    const first = count;
    count += list.length;
    return first;
  });
  const closing = new Set<number>();
  const states = new Uint8Array(targets.length);
  for (let root = 0; root < targets.length; root += 1) {
    if (states[root] === NEW) walk(root, { targets, firsts, states, closing });
  }
  return closing;
}

type Walk = {
  readonly targets: readonly (readonly number[])[];
  readonly firsts: readonly number[];
  readonly states: Uint8Array;
  readonly closing: Set<number>;
};

const NEW = 0;
const INSIDE = 1;
const DONE = 2;

function walk(root: number, { targets, firsts, states, closing }: Walk): void {
  const path = [{ node: root, next: 0 }];
  states[root] = INSIDE;
  for (let here = path.at(-1); here !== undefined; here = path.at(-1)) {
    const target = targets[here.node]?.[here.next];
    if (target === undefined) {
      states[here.node] = DONE;
      path.pop();
      continue;
    }
    if (states[target] === INSIDE) closing.add((firsts[here.node] ?? 0) + here.next);
    here.next += 1;
    if (states[target] === NEW) {
      states[target] = INSIDE;
      path.push({ node: target, next: 0 });
    }
  }
}
