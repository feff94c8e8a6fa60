import type { Gone } from '@/lib/claims/changes/claim-changes';
import type { Claim } from '@/lib/claims/claim';

/** What this page knows of the server's claims: those there are, and those deleted since it was opened, as they last were. */
export type Known = { readonly saved: ReadonlyMap<string, Claim>; readonly buried: ReadonlyMap<string, Claim> };

/**
 * Takes in claims as the server told of them, in answers and live, in whatever order that came: a claim's newest version is
 * what it is. The very same object when nothing of it is news.
 */
export function learn(known: Known, claims: readonly Claim[], gone: readonly Gone[]): Known {
  const saved = new Map(known.saved);
  const buried = new Map(known.buried);
  let news = false;
  for (const claim of claims) {
    const [had, last] = [saved.get(claim.id), buried.get(claim.id)];
    if (last !== undefined && last.version >= claim.version) continue;
    if (had !== undefined && (had.version > claim.version || (had.version === claim.version && isSame(had, claim)))) continue;
    saved.set(claim.id, claim);
    buried.delete(claim.id);
    news = true;
  }
  for (const { id, version } of gone) {
    const had = saved.get(id) ?? buried.get(id);
    if (had === undefined || had.version > version || (had.version === version && !saved.has(id))) continue;
    buried.set(id, { ...had, version });
    saved.delete(id);
    news = true;
  }
  return news ? { saved, buried } : known;
}

/** Takes in the whole list: what is not in it is gone. */
export function learnAll(known: Known, claims: readonly Claim[]): Known {
  if (known.saved.size === 0) return learn(known, claims, []);
  const listed = new Set(claims.map(({ id }) => id));
  const gone = [...known.saved.values()].filter(({ id }) => !listed.has(id)).map(({ id, version }) => ({ id, version: version + 1 }));
  return learn(known, claims, gone);
}

/** A version never changes but in what it borrows: the names of its sources. */
function isSame(a: Claim, b: Claim): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
