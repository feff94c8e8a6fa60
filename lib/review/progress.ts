import type { Article } from '@/lib/articles/article';
import { CLAIM_STATES, type ClaimState } from '@/lib/claims/claim-state';

/** How many live (not deleted) claims of an article stand in each state. */
export type ClaimCounts = Readonly<Record<ClaimState, number>>;

export const NO_CLAIMS: ClaimCounts = { draft: 0, submitted: 0, returned: 0, approved: 0, rejected: 0, reopened: 0 };

/** `version` is that of the article's details. */
export type ArticleProgress = Article & { readonly version: number; readonly words: number; readonly counts: ClaimCounts };

/** Where an article stands, derived from its claims and never stored. */
export const ARTICLE_STATES = ['untouched', 'in_progress', 'in_review', 'done'] as const;
export type ArticleState = (typeof ARTICLE_STATES)[number];

export const ARTICLE_STATE_LABELS: Readonly<Record<ArticleState, string>> = {
  untouched: 'No claims yet',
  in_progress: 'Being checked',
  in_review: 'With the editors',
  done: 'Decided',
};

export function countClaims(counts: ClaimCounts): number {
  return CLAIM_STATES.reduce((sum, state) => sum + counts[state], 0);
}

/** Decided: every claim approved or rejected. With the editors: nothing left for a checker, something submitted. */
export function articleState(counts: ClaimCounts): ArticleState {
  const total = countClaims(counts);
  if (total === 0) return 'untouched';
  if (counts.draft + counts.returned + counts.reopened > 0) return 'in_progress';
  return counts.submitted > 0 ? 'in_review' : 'done';
}
