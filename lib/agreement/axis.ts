/** What lies below is drawn at the edge: how far below chance tells nobody anything. */
const LEAST = -0.25;

/** Where a coefficient lies on an axis that ends at full agreement, in percent of its width. */
export function onAxis(value: number): string {
  return `${((Math.min(1, Math.max(LEAST, value)) - LEAST) / (1 - LEAST)) * 100}%`;
}
