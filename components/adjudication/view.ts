import { type Comparison, isAgreed } from '@/lib/adjudication/compare-claims';
import type { Decision } from '@/lib/adjudication/decision';
import { isSettled, type KeptDecision } from '@/lib/adjudication/kept-decision';
import type { Passage } from '@/lib/adjudication/passages';
import type { PersonRef } from '@/lib/kernel/person';

/** What the page is given. `passages` run in parallel with `comparisons`. */
export type AdjudicationView = {
  readonly people: readonly PersonRef[];
  readonly comparisons: readonly Comparison[];
  readonly passages: readonly (readonly Passage[])[];
  readonly kept: readonly KeptDecision[];
  readonly version: number;
  readonly finished: { readonly at: Date; readonly by: PersonRef } | null;
  readonly groupNames: Readonly<Record<string, string>>;
};

/** A checker is a letter on this page, in the order of their names. */
const LETTERS = ['A', 'B', 'C', 'D', 'E'] as const;

export function letterOf(place: number): string {
  return LETTERS[place] ?? `${place + 1}`;
}

/** A parent, and whose it is by their place among the checkers. */
export type PlacedParent = { readonly place: number; readonly parent: Comparison['parents'][number] };

/** The parents with the places of their checkers. */
export function placedParents({ parents, without }: Comparison, people: number): readonly PlacedParent[] {
  const places = Array.from({ length: people }, (_, place) => place).filter((place) => !without.includes(place));
  return parents.map((parent, at) => ({ place: places[at] ?? at, parent }));
}

/** How a comparison stands: all agree and it was accepted or not, or they differ and it was decided or not. */
export type Stand = 'agreed' | 'accepted' | 'open' | 'decided';

export function standOf(comparison: Comparison, decision: Decision | null): Stand {
  const settled = isSettled(comparison, decision);
  if (isAgreed(comparison) && (decision === null || decision.kind === 'agreed')) return settled ? 'accepted' : 'agreed';
  return settled ? 'decided' : 'open';
}

/** The sign of each, which tells them apart without colour, and what it is called. */
export const STAND_FACTS: Readonly<Record<Stand, { readonly sign: string; readonly label: string }>> = {
  agreed: { sign: '=', label: 'all agree' },
  accepted: { sign: '✓', label: 'accepted' },
  open: { sign: '≠', label: 'open' },
  decided: { sign: '✓', label: 'decided' },
};

/** Where a comparison is found that a link names by the id of one of its parents; -1 where there is none. */
export function placeOf(comparisons: readonly Comparison[], claimId: string | null): number {
  return claimId === null ? -1 : comparisons.findIndex(({ parents }) => parents.some(({ id }) => id === claimId));
}

/** What a link to a comparison names it by: its first parent, whatever it is compared with later. */
export function nameOfLink({ parents }: Comparison): string {
  return parents[0]?.id ?? '';
}
