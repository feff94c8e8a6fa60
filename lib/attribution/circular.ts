import type { Chain } from './chain';

/**
 * Who cites whom in an article, and where that comes back to its beginning: A cites B cites A. Each source cites the next
 * one behind it in a chain; links at which nobody is named are passed over, since what reaches A through “it is known”
 * still comes from the one behind. Not here: what a cycle is worth. It is shown, as the flag `circular`.
 */
export type Cycles = {
  /** Source ids that lead to each other, each set in the order of first appearance. A source alone cites itself. */
  readonly cycles: readonly (readonly string[])[];
  /** The claims whose own chain takes a step within a cycle; not those that only name somebody in one. */
  readonly claimIds: ReadonlySet<string>;
};

type Cited = { readonly id: string; readonly chain: Chain };

/** `claims` of one article, with canonical source ids. Linear in the links of all chains (Tarjan 1972). */
export function findCycles(claims: readonly Cited[]): Cycles {
  const numbers = new Map<string, number>();
  const names: string[] = [];
  const numberOf = (id: string): number => {
    const known = numbers.get(id);
    if (known !== undefined) return known;
    numbers.set(id, names.length);
    return names.push(id) - 1;
  };
  const paths = claims.map(({ id, chain }) => ({
    id,
    path: chain.flatMap(({ source }) => (source === null ? [] : [numberOf(source.id)])),
  }));
  const cited: number[][] = names.map(() => []);
  const selfCiting = new Set<number>();
  for (const { path } of paths) {
    for (const [from, to] of stepsOf(path)) {
      cited[from]?.push(to);
      if (from === to) selfCiting.add(from);
    }
  }
  const { componentOf, members } = strongComponents(cited);
  const isWithin = (from: number, to: number) => componentOf[from] === componentOf[to];
  const cycles = members
    .filter((component) => component.length > 1 || selfCiting.has(component[0] as number))
    .map((component) => component.sort((a, b) => a - b))
    .sort((a, b) => (a[0] as number) - (b[0] as number));
  return {
    cycles: cycles.map((component) => component.map((at) => names[at] as string)),
    claimIds: new Set(paths.filter(({ path }) => stepsOf(path).some(([from, to]) => isWithin(from, to))).map(({ id }) => id)),
  };
}

function stepsOf(path: readonly number[]): readonly (readonly [number, number])[] {
  return path.slice(1).map((to, at) => [path[at] as number, to]);
}

/**
 * Strongly connected components (R. Tarjan, “Depth-first search and linear graph algorithms”, SIAM J. Comput. 1, 1972),
 * with a stack of our own: a chain of citations as long as an article must not run into the depth of the call stack.
 * `edges[node]` are the nodes it leads to.
 */
function strongComponents(edges: readonly (readonly number[])[]): { componentOf: readonly number[]; members: number[][] } {
  const order: (number | undefined)[] = [];
  const low: number[] = [];
  const componentOf: number[] = [];
  const members: number[][] = [];
  const open: number[] = [];
  let count = 0;

  const enter = (node: number) => {
    order[node] = count;
    low[node] = count;
    count += 1;
    open.push(node);
    return { node, next: 0 };
  };
  const lower = (node: number, to: number) => {
    low[node] = Math.min(low[node] as number, to);
  };
  const close = (node: number) => {
    const component = open.splice(open.lastIndexOf(node));
    for (const member of component) componentOf[member] = members.length;
    members.push(component);
  };

  edges.forEach((_, start) => {
    if (order[start] !== undefined) return;
    const visits = [enter(start)];
    for (let visit = visits.at(-1); visit !== undefined; visit = visits.at(-1)) {
      const { node } = visit;
      const to = edges[node]?.[visit.next];
      visit.next += 1;
      if (to !== undefined) {
        const seen = order[to];
        if (seen === undefined) visits.push(enter(to));
        // One that is in a component already was left behind: it cannot lead back here.
        else if (componentOf[to] === undefined) lower(node, seen);
        continue;
      }
      visits.pop();
      const above = visits.at(-1);
      if (above !== undefined) lower(above.node, low[node] as number);
      if (low[node] === order[node]) close(node);
    }
  });
  return { componentOf, members };
}
