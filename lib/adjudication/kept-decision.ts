import type { PersonRef } from '@/lib/kernel/person';
import { type Comparison, isAgreed } from './compare-claims';
import { type Decided, type Decision, leftOpen, type Standing, standing } from './decision';
import type { ParentRef } from './parent';

/** A decision as it is kept: about whom, by whom, when. `version` goes up with every change; null was taken back. */
export type KeptDecision = {
  /** Of the parents in their versions (`keyOf`). */
  readonly key: string;
  readonly parents: readonly ParentRef[];
  readonly decision: Decision | null;
  readonly version: number;
  readonly by: PersonRef;
  readonly at: Date;
};

/** What became of the kept decisions now that the claims were matched again (`standing`); those taken back are no decisions. Linear. */
export function standingOf(comparisons: readonly Comparison[], kept: readonly KeptDecision[]): Standing {
  return standing(
    comparisons,
    kept.flatMap(({ parents, decision }): readonly Decided[] => (decision === null ? [] : [{ parents, decision }])),
  );
}

/** Whether a comparison needs nobody any more: decided, with nothing left open. What all agree on is to be accepted too. */
export function isSettled(comparison: Comparison, decision: Decision | null | undefined): boolean {
  return decision != null && leftOpen(comparison, decision) === null;
}

/** The differences that somebody still has to decide, in text order. What all agree on is not among them. */
export function openDifferences(comparisons: readonly Comparison[], { decisions }: Pick<Standing, 'decisions'>): readonly Comparison[] {
  return comparisons.filter((comparison) => !isAgreed(comparison) && !isSettled(comparison, decisions.get(comparison.key)));
}
