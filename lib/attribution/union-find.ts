/**
 * Things that were found to belong together, by key. Union by size with path halving (Tarjan and van Leeuwen 1984):
 * n operations cost n times the inverse Ackermann function of n, which is never above 4.
 */
export type UnionFind = {
  /** Names a thing; named twice it stays the same thing. */
  readonly add: (key: string) => void;
  /** Ties two things, naming those that are new. */
  readonly union: (a: string, b: string) => void;
  /** The number that all things tied to this one share; null for a key that was never named. Valid until the next union. */
  readonly find: (key: string) => number | null;
};

export function createUnionFind(): UnionFind {
  const places = new Map<string, number>();
  const parents: number[] = [];
  const sizes: number[] = [];

  function place(key: string): number {
    const known = places.get(key);
    if (known !== undefined) return known;
    const made = parents.length;
    places.set(key, made);
    parents.push(made);
    sizes.push(1);
    return made;
  }

  function root(from: number): number {
    let at = from;
    for (let parent = parents[at] as number; parent !== at; parent = parents[at] as number) {
      const above = parents[parent] as number;
      parents[at] = above;
      at = above;
    }
    return at;
  }

  return {
    add: (key) => void place(key),
    union(a, b) {
      const [first, second] = [root(place(a)), root(place(b))];
      if (first === second) return;
      const [larger, smaller] = (sizes[first] as number) >= (sizes[second] as number) ? [first, second] : [second, first];
      parents[smaller] = larger;
      sizes[larger] = (sizes[larger] as number) + (sizes[smaller] as number);
    },
    find(key) {
      const at = places.get(key);
      return at === undefined ? null : root(at);
    },
  };
}
