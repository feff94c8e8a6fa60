/**
 * Numbers of claims while an article is checked blind. Each part has a block of a thousand numbers of its own, so that
 * its claims follow each other and no number tells how many claims the others have made. Otherwise a claim has one number more
 * than the article's highest.
 *
 *     first part: 1, 2, 3 ...     second part: 1001, 1002 ...     once all have handed in: one more than the highest
 */
export const BLOCK = 1000;

/**
 * Where a new block begins: after the article's claims in the block they reach into when no part has one yet, else at the next
 * thousand. `taken`: where the other parts' blocks begin; `last`: the highest number of the article before it was checked blind.
 */
export function newBlock(taken: readonly number[], last: number): number {
  if (taken.length === 0) return last + 1;
  const after = Math.max(last, ...taken.map((first) => endOf(first)));
  return Math.ceil(after / BLOCK) * BLOCK + 1;
}

/** The last number of the block that begins at `first`. */
export function endOf(first: number): number {
  return Math.ceil(first / BLOCK) * BLOCK;
}
