/**
 * A short name for a long key, the same every time: 13 characters or fewer of 0-9 and a-z. Two FNV-1a hashes of 32 bits
 * (Fowler, Noll, Vo; RFC draft-eastlake-fnv) from different beginnings: among the thousands of keys of one page two that
 * agree are not to be expected, and then one link would list the other's claims. No secret is kept by it.
 */
export function shortKey(key: string): string {
  return fnv1a(key, 0x811c9dc5).toString(36) + fnv1a(key, 0x2b7e1516).toString(36);
}

function fnv1a(text: string, from: number): number {
  let hash = from;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}
