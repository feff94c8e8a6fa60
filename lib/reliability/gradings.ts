import { type DiagonalShare, diagonalShare, type Grading } from '@/lib/claims/credibility';

/** A claim that was graded and whose source was: the two letters of the Admiralty scale side by side. */
export type GradedClaim = Grading & { readonly claimId: string; readonly articleId: string; readonly number: number };

/** How a desk's gradings lie: the share on the diagonal, and the claims behind it, most recent first. */
export type DeskGradings = { readonly share: DiagonalShare; readonly claims: readonly GradedClaim[] };

/** Linear. `claims` keeps the order given. */
export function toDeskGradings(claims: readonly GradedClaim[]): DeskGradings {
  return { share: diagonalShare(claims), claims };
}

/** “9 of 14 gradings lie on the diagonal (A1, B2, C3, D4, E5).” Count before share, and never a share alone. */
export function diagonalWords(share: DiagonalShare): string {
  if (share.diagonal === null) return `Nothing to compare yet: ${share.reason}.`;
  const { diagonal, of } = share;
  return `${diagonal} of ${of} ${of === 1 ? 'grading lies' : 'gradings lie'} on the diagonal (A1, B2, C3, D4, E5).`;
}
