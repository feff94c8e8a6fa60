import type { StoredDetails, Tag } from '@/lib/claims/tag';

/** One write to a claim, or one step of it, as the audit trail has it. `after` is null where the claim itself stayed. */
export type ClaimStep = { readonly actorId: string; readonly version: number; readonly after: Tag | null };

/** A claim as its maker left it before anybody else had a hand in it. Details that no write touched are absent. */
export type FirstHand = { readonly version: number; readonly tag: Tag; readonly details: Partial<StoredDetails> };

/**
 * What the maker of a claim made of it by themselves: their own writes, up to the first step of anybody else. What an editor
 * fixed is the editor's, and what a checker wrote after it came back was asked for: neither shows what they would agree on.
 * Null where nobody else had a hand in it, so that it stands as it was made, and where the trail does not begin with its
 * making. Linear.
 *
 * @param steps of one claim, the oldest first: it being made, edited, submitted, decided
 */
export function firstHand(steps: readonly ClaimStep[], makerId: string): FirstHand | null {
  const others = steps.findIndex(({ actorId }) => actorId !== makerId);
  if (others < 1) return null;
  const own = steps.slice(0, others);
  const writes = own.flatMap(({ after }) => after ?? []);
  const tag = writes.at(-1);
  if (own[0]?.after == null || tag === undefined) return null;
  const details = Object.assign({}, ...writes.map((write) => write.details)) as Partial<StoredDetails>;
  return { version: Math.max(...own.map(({ version }) => version)), tag, details };
}
