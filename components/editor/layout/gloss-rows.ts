import type { TextRange } from '@/lib/text/offset';
import type { ShownClaim } from '../outbox/overlay';

/** A line of the gloss. `at`: its claim's place among all listed. `far`: not near the window, and rendered for the focus that is on it. */
export type Row = { readonly claim: ShownClaim; readonly at: number; readonly far: boolean };

/** The run of claims, as indices [from, to) of a list in text order, that begin in a piece of the text. O(log n). */
export function rowsIn(claims: readonly ShownClaim[], { start, end }: TextRange): { readonly from: number; readonly to: number } {
  return { from: firstFrom(claims, start), to: firstFrom(claims, end) };
}

function firstFrom(claims: readonly ShownClaim[], offset: number): number {
  let low = 0;
  let high = claims.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((claims[middle]?.spans[0]?.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
