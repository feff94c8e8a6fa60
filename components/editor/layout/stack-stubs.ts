/**
 * Places one-line stubs beside the lines they speak of, so that none overlap and the sum of squared
 * distances from their wanted places is least (isotonic regression by pooling adjacent violators;
 * Barlow et al., Statistical Inference under Order Restrictions, 1972). Linear in the number of stubs.
 *
 * @param wants wanted tops in px, in page order (not necessarily ascending)
 * @param height of a stub plus the gap to the next, px
 * @returns tops in px, in the same order, each at least `height` below the one before
 */
export function stackStubs(wants: readonly number[], height: number): readonly number[] {
  // A block is a run of stubs that touch; it stands at the mean of its members' wants, less their place in it.
  const blocks: { count: number; sum: number }[] = [];
  for (const want of wants) {
    let block = { count: 1, sum: want };
    for (let above = blocks.at(-1); above !== undefined; above = blocks.at(-1)) {
      if (above.sum / above.count + above.count * height <= block.sum / block.count) break;
      blocks.pop();
      block = { count: above.count + block.count, sum: above.sum + block.sum - block.count * above.count * height };
    }
    blocks.push(block);
  }
  return blocks.flatMap(({ count, sum }) => Array.from({ length: count }, (_, index) => sum / count + index * height));
}
