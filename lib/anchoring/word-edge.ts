/** Farther than this nothing is looked for: scripts without spaces have no edges. UTF-16 units. */
const REACH = 60;

/**
 * Where the run of letters and signs that holds an offset begins or ends, from one white space to the next; the offset
 * itself where there is none near. Never outside [from, to).
 *
 *     he said “the bridge”, and           backward from t: before the “      forward from e: after the comma
 *             ^           ^
 */
export function wordEdge(
  text: string,
  offset: number,
  direction: -1 | 1,
  { from, to }: { readonly from: number; readonly to: number },
): number {
  const limit = direction < 0 ? Math.max(from, offset - REACH) : Math.min(to, offset + REACH);
  for (let at = offset; ; at += direction) {
    if (at === (direction < 0 ? from : to)) return at;
    if (SPACE.test(text.charAt(direction < 0 ? at - 1 : at))) return at;
    if (at === limit) return offset;
  }
}

/** The same place before the white space that leads up to it, down to `from`. */
export function gapBefore(text: string, offset: number, from: number): number {
  let at = offset;
  while (at > from && SPACE.test(text.charAt(at - 1))) at -= 1;
  return at;
}

const SPACE = /\s/u;
