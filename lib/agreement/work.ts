import type { Parent } from '@/lib/adjudication/parent';
import { byPlace } from '@/lib/claims/claim';
import type { PersonRef } from '@/lib/kernel/person';

/** What one checker made of an article by themselves, in text order. */
export type CheckerWork = { readonly person: PersonRef; readonly claims: readonly Parent[] };

/** The text that was before them, as far as the measures ask. */
export type CheckedText = {
  /** In UTF-16 units. */
  readonly length: number;
  /** Where its words begin, in order. */
  readonly wordStarts: readonly number[];
};

/** Somebody with a part in the checking of an article, and whether they handed in. */
export type PartOf = { readonly person: PersonRef; readonly handedIn: boolean };

/**
 * Who checked an article. Where it was assigned: whoever had a part and made a claim, and whoever handed in without one, which
 * says that there is nothing to claim. Where it was not: everybody who made a live claim on it. The one place that knows this;
 * in the order of their names. Costs n log n.
 *
 * @param claims of one revision, as each was made (`firstHand`)
 * @param parts none where nobody was assigned
 */
export function checkersOf(claims: readonly Parent[], parts: readonly PartOf[]): readonly CheckerWork[] {
  const works = new Map<string, { readonly person: PersonRef; readonly claims: Parent[] }>();
  for (const { person, handedIn } of parts) if (handedIn) works.set(person.id, { person, claims: [] });
  const assigned = new Set(parts.map(({ person }) => person.id));
  for (const claim of claims) {
    if (assigned.size > 0 && !assigned.has(claim.createdBy.id)) continue;
    const known = works.get(claim.createdBy.id);
    if (known === undefined) works.set(claim.createdBy.id, { person: claim.createdBy, claims: [claim] });
    else known.claims.push(claim);
  }
  return [...works.values()]
    .map(({ person, claims: own }) => ({ person, claims: own.sort(byPlace) }))
    .sort((a, b) => compare(a.person.name, b.person.name) || compare(a.person.id, b.person.id));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
