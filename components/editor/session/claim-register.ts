import { createSpanIndex } from '@/lib/anchoring/span-index';
import { byPlace, type Claim } from '@/lib/claims/claim';
import { claimIdsOf } from '@/lib/claims/write-order';
import type { Write } from '../outbox/entry';
import type { Outbox } from '../outbox/outbox';
import { overlay, type ShownClaim } from '../outbox/overlay';

/** What a change did to the claims shown; a claim that changed is in both. */
export type ClaimsChange = { readonly gone: readonly ShownClaim[]; readonly come: readonly ShownClaim[] };

export type ClaimRegister = {
  /** In text order. The same list as long as nothing in it has changed. */
  readonly claims: () => readonly ShownClaim[];
  readonly find: (claimId: string) => ShownClaim | null;
  /** The claims with a word in [start, end), in text order. */
  readonly touching: (start: number, end: number) => readonly ShownClaim[];
  /** Takes what is saved and what is unsent now. Null when the claims shown are the same. */
  readonly update: (saved: ReadonlyMap<string, Claim>, outbox: Outbox) => ClaimsChange | null;
};

type Setting = Parameters<typeof overlay>[2];

/**
 * The claims as the page shows them, kept in order and by place while single ones change. Unsent writes are laid over the
 * claims they are about and no others, so that what a write costs does not grow with the article; an answer of the server
 * costs one look at each claim, to see which are new.
 */
export function createClaimRegister(setting: Setting): ClaimRegister {
  const index = createSpanIndex<ShownClaim>();
  let claims: readonly ShownClaim[] = [];
  let saved: ReadonlyMap<string, Claim> = new Map();
  let outbox: Outbox = { entries: [] };
  /** What was laid over each claim with unsent writes: as long as it is the same, so is the claim shown. */
  let laidOver = new Map<string, readonly unknown[]>();

  function update(nextSaved: ReadonlyMap<string, Claim>, nextOutbox: Outbox): ClaimsChange | null {
    if (nextSaved === saved && nextOutbox === outbox) return null;
    if (index.size === 0 && nextOutbox.entries.length === 0) return begin(nextSaved, nextOutbox);
    const touched = new Set<string>(laidOver.keys());
    const over = new Map<string, unknown[]>();
    for (const { write, state, trouble, at } of nextOutbox.entries) {
      for (const id of claimIdsOf(write)) {
        touched.add(id);
        const parts = over.get(id) ?? [nextSaved.get(id)];
        parts.push(...saidBy(write), at, state === 'held' ? trouble?.kind : null);
        over.set(id, parts);
      }
    }
    const fresh = [...touched].filter((id) => !isSame(laidOver.get(id), over.get(id)));
    const ids = new Set(fresh);
    if (nextSaved !== saved) for (const id of changedIds(saved, nextSaved)) if (!over.has(id)) ids.add(id);
    const now = shownOf(ids, nextSaved, nextOutbox);
    [saved, outbox, laidOver] = [nextSaved, nextOutbox, over];
    return apply(ids, now);
  }

  /** All at once: there is nothing to compare them with. */
  function begin(nextSaved: ReadonlyMap<string, Claim>, nextOutbox: Outbox): ClaimsChange | null {
    [saved, outbox, laidOver] = [nextSaved, nextOutbox, new Map()];
    if (saved.size === 0) return null;
    claims = [...saved.values()].sort(byPlace);
    for (const claim of claims) index.put(claim);
    return { gone: [], come: claims };
  }

  /** The claims of these ids as they are now, in text order; others with a part in the same writes come along. */
  function shownOf(ids: ReadonlySet<string>, from: ReadonlyMap<string, Claim>, box: Outbox): ReadonlyMap<string, ShownClaim> {
    const some = new Map<string, Claim>();
    for (const id of ids) {
      const claim = from.get(id);
      if (claim !== undefined) some.set(id, claim);
    }
    const entries = box.entries.filter(({ write }) => claimIdsOf(write).some((id) => ids.has(id)));
    return new Map(overlay(some, { entries }, setting).map((claim) => [claim.id, claim]));
  }

  function apply(ids: ReadonlySet<string>, now: ReadonlyMap<string, ShownClaim>): ClaimsChange | null {
    const gone: ShownClaim[] = [];
    const come: ShownClaim[] = [];
    for (const id of ids) {
      const before = index.get(id);
      if (before !== undefined && before !== now.get(id)) gone.push(before);
    }
    for (const [id, after] of now) if (ids.has(id) && index.get(id) !== after) come.push(after);
    if (gone.length === 0 && come.length === 0) return null;
    for (const { id } of gone) index.remove(id);
    for (const claim of come) index.put(claim);
    claims = reorder(claims, gone, come);
    return { gone, come };
  }

  return {
    claims: () => claims,
    find: (claimId) => index.get(claimId) ?? null,
    touching: (start, end) => [...index.touching(start, end)].sort(byPlace),
    update,
  };
}

/** What of a write is shown. Not its version: one that was learnt later changes nothing. */
function saidBy(write: Write): readonly unknown[] {
  switch (write.kind) {
    case 'create':
    case 'edit':
      return [write.kind, write.tag, write.details];
    case 'restore':
      return [write.kind, write.claim];
    default:
      return [write.kind];
  }
}

function isSame(a: readonly unknown[] | undefined, b: readonly unknown[] | undefined): boolean {
  return a !== undefined && b !== undefined && a.length === b.length && a.every((part, at) => part === b[at]);
}

function* changedIds(before: ReadonlyMap<string, Claim>, after: ReadonlyMap<string, Claim>): Iterable<string> {
  for (const [id, claim] of after) if (before.get(id) !== claim) yield id;
  for (const id of before.keys()) if (!after.has(id)) yield id;
}

/** A list in text order without some claims and with others, in text order too. Few changes are put in place; many are sorted in. */
function reorder(claims: readonly ShownClaim[], gone: readonly ShownClaim[], come: readonly ShownClaim[]): readonly ShownClaim[] {
  if (claims.length === 0) return come;
  if (gone.length + come.length > 20) {
    const left = new Set(gone);
    return [...claims.filter((claim) => !left.has(claim)), ...come].sort(byPlace);
  }
  const next = [...claims];
  for (const claim of gone) next.splice(placeOf(next, claim), 1);
  for (const claim of come) next.splice(placeOf(next, claim), 0, claim);
  return next;
}

/** Where a claim stands in a list in text order, or would. O(log n). */
export function placeOf(claims: readonly ShownClaim[], claim: ShownClaim): number {
  let low = 0;
  let high = claims.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (byPlace(claims[middle] as ShownClaim, claim) < 0) low = middle + 1;
    else high = middle;
  }
  // Unnumbered claims may stand at the same place with the same number.
  for (let at = low; at < claims.length && byPlace(claims[at] as ShownClaim, claim) === 0; at += 1) if (claims[at] === claim) return at;
  return low;
}
