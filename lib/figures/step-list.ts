import { DECISIONS, type TallyListRef } from '@/lib/claims/tally/tally';
import type { StepKind, StepListInput } from './schema';
import { placesOf } from './wait';

export const STEP_KIND_LABELS: Readonly<Record<StepKind, string>> = {
  made: 'made',
  submitted: 'submitted',
  decided: 'decided',
  approved: 'approved',
  returned: 'returned',
  rejected: 'rejected',
  waiting: 'waiting for review',
};

/** Which steps a list is of. One thing narrows it at most: a number of the figures is never narrowed by two. */
export type StepFilter = Pick<StepListInput, 'what'> & Partial<Pick<StepListInput, 'person' | 'reason' | 'waited'>>;

/** What of an address narrows the list it asks for; what does not belong to its kind is passed over. */
export function toStepFilter({ what, person, reason, waited }: StepListInput): StepFilter {
  if (what === 'returned' && reason !== undefined) return { what, reason };
  if ((what === 'decided' || what === 'waiting') && waited !== undefined) return { what, waited };
  return what === 'waiting' || person === undefined ? { what } : { what, person };
}

/** The lists of the tally that a filter asks for; none for what waits, which the queue knows. */
export function listsFor({ what, person = '', reason, waited }: StepFilter): readonly TallyListRef[] {
  if (what === 'waiting') return [];
  if (reason !== undefined) return [{ kind: 'reason', ref: reason }];
  if (waited !== undefined) return placesOf(waited).map((ref) => ({ kind: 'waited', ref }));
  return (what === 'decided' ? DECISIONS : [what]).map((kind) => ({ kind, ref: person }));
}

/** How many steps there are in these lists, of the counts of a period. */
export function sumOf(counts: readonly (TallyListRef & { readonly steps: number })[], lists: readonly TallyListRef[]): number {
  const wanted = new Set(lists.map(({ kind, ref }) => `${kind} ${ref}`));
  return counts.reduce((sum, { kind, ref, steps }) => sum + (wanted.has(`${kind} ${ref}`) ? steps : 0), 0);
}
