/** A queue that gives out the entry with the smallest key, of equal keys the one with the smaller node. */
export type Heap = {
  readonly size: number;
  push(key: number, node: number): void;
  pop(): { readonly key: number; readonly node: number } | null;
};

/** A binary heap (Williams, "Algorithm 232", Communications of the ACM 7, 1964). A push and a pop cost the logarithm of the size. */
export function createHeap(): Heap {
  const keys: number[] = [];
  const nodes: number[] = [];

  function before(a: number, b: number): boolean {
    return (keys[a] as number) < (keys[b] as number) || (keys[a] === keys[b] && (nodes[a] as number) < (nodes[b] as number));
  }

  function swap(a: number, b: number): void {
    [keys[a], keys[b]] = [keys[b] as number, keys[a] as number];
    [nodes[a], nodes[b]] = [nodes[b] as number, nodes[a] as number];
  }

  return {
    get size() {
      return keys.length;
    },
    push(key, node) {
      let at = keys.push(key) - 1;
      nodes.push(node);
      for (let above = (at - 1) >> 1; at > 0 && before(at, above); above = (at - 1) >> 1) {
        swap(at, above);
        at = above;
      }
    },
    pop() {
      const [key, node] = [keys[0], nodes[0]];
      if (key === undefined || node === undefined) return null;
      swap(0, keys.length - 1);
      keys.pop();
      nodes.pop();
      for (let at = 0; ; ) {
        const [left, right] = [2 * at + 1, 2 * at + 2];
        let least = at;
        if (left < keys.length && before(left, least)) least = left;
        if (right < keys.length && before(right, least)) least = right;
        if (least === at) break;
        swap(at, least);
        at = least;
      }
      return { key, node };
    },
  };
}
