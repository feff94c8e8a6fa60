/** Numbers in a row, of which sums from the beginning are asked while single ones change. None is negative. */
export type PrefixSums = {
  readonly length: number;
  at(index: number): number;
  set(index: number, value: number): void;
  /** The sum of the first `count` values. */
  before(count: number): number;
  total(): number;
  /** The index of the value that covers `sum`: before(i) <= sum < before(i + 1); the first below 0, the last from the total on; -1 of no values. */
  indexAt(sum: number): number;
};

/**
 * A binary indexed tree: tree[i] holds the sum of as many values up to the i-th as i's lowest bit says.
 *
 *     value   1   2   3   4   5   6   7   8
 *     tree    1   1-2 3   1-4 5   5-6 7   1-8
 *
 * Building is linear, everything else O(log n). Source: Fenwick, A New Data Structure for Cumulative Frequency Tables, 1994.
 */
export function createPrefixSums(initial: ArrayLike<number>): PrefixSums {
  const { length } = initial;
  const values = Float64Array.from(initial);
  const tree = new Float64Array(length + 1);
  for (let i = 1; i <= length; i += 1) {
    tree[i] = (tree[i] as number) + (values[i - 1] as number);
    const parent = i + (i & -i);
    if (parent <= length) tree[parent] = (tree[parent] as number) + (tree[i] as number);
  }
  // The largest power of two that is not above the length: where a search begins.
  const highest = length === 0 ? 0 : 2 ** Math.floor(Math.log2(length));

  function before(count: number): number {
    let sum = 0;
    for (let i = Math.min(count, length); i > 0; i -= i & -i) sum += tree[i] as number;
    return sum;
  }

  return {
    length,
    at: (index) => values[index] ?? 0,
    set(index, value) {
      const change = value - (values[index] as number);
      if (change === 0) return;
      values[index] = value;
      for (let i = index + 1; i <= length; i += i & -i) tree[i] = (tree[i] as number) + change;
    },
    before,
    total: () => before(length),
    indexAt(sum) {
      let at = 0;
      let left = sum;
      for (let step = highest; step > 0; step >>= 1) {
        const next = at + step;
        if (next <= length && (tree[next] as number) <= left) {
          at = next;
          left -= tree[next] as number;
        }
      }
      return Math.min(at, length - 1);
    },
  };
}
