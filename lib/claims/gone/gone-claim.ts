import type { PersonRef } from '@/lib/kernel/person';

/**
 * A claim that left its article, as a link to it tells. `by` is null where nobody wrote down who it was; `standsFor` is the consensus
 * claim that stands for it now, null where it was deleted.
 */
export type GoneClaim = {
  readonly id: string;
  readonly number: number;
  readonly by: PersonRef | null;
  readonly on: string;
  readonly standsFor: { readonly id: string; readonly number: number } | null;
};

/** How a link names a claim: by its id, or by its number, which is never given twice. */
export type ClaimReference = { readonly id: string } | { readonly number: number };

const REFERENCE = /^(?:claim-([0-9a-f-]{36})|c(\d{1,7}))$/i;

/** The claim an address names: `claim-<id>` or `C8`. Null for anything else. */
export function parseClaimReference(text: string): ClaimReference | null {
  const [, id, number] = REFERENCE.exec(text) ?? [];
  if (id !== undefined) return { id: id.toLowerCase() };
  return number === undefined ? null : { number: Number(number) };
}
