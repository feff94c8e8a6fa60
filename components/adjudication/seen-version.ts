/**
 * The version up to which a page shows everything that was decided, once a decision of its own was answered with `answered`; null
 * where somebody else decided in between: the page is to be read anew then, lest it finishes what it never showed. All whole numbers.
 */
export function seenAfter(seen: number, answered: number): number | null {
  if (answered <= seen) return seen;
  return answered === seen + 1 ? answered : null;
}
