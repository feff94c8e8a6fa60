import type { PersonRef } from '@/lib/kernel/person';
import type { ReportClaim } from './report-claim';

/**
 * A correction that an approved claim proposes. `tracked` says whether the text shows it as a change: it does where the
 * claim is one stretch of text that no other tracked proposal touches. Which words of a claim in several places should go,
 * and which of two overlapping proposals should win, is for a person to say.
 */
export type Proposal = { readonly claim: ReportClaim; readonly correction: string; readonly tracked: boolean; readonly why: string };

/** In text order. Claims that no editor approved propose nothing, whatever the model holds, nor do the words that stand there already. Linear. */
export function proposalsOf({ claims }: { readonly claims: readonly ReportClaim[] }): readonly Proposal[] {
  let taken: { readonly end: number; readonly number: number } = { end: 0, number: 0 };
  return claims.flatMap((claim) => {
    const correction = claim.finding.correction.trim();
    const [span] = claim.spans;
    if (claim.state !== 'approved' || correction === '' || span === undefined) return [];
    if (claim.spans.length === 1 && correction === span.quote.trim()) return [];
    const overlaps = span.start < taken.end;
    const why = whyNot(claim.spans.length, overlaps ? taken.number : null);
    const tracked = why === '';
    if (tracked) taken = { end: span.end, number: claim.number };
    return [{ claim, correction, tracked, why }];
  });
}

function whyNot(parts: number, overlapped: number | null): string {
  if (parts > 1) return 'Not shown as a change, because the claim stands in several places.';
  return overlapped === null ? '' : `Not shown as a change, because it overlaps with the proposal of C${overlapped}.`;
}

/** Who stands behind a proposal, and since when: the approver, else whoever edited the claim last. */
export function proposerOf({ approval, lastEditedBy, updatedAt }: ReportClaim): { readonly by: PersonRef; readonly at: Date } {
  return approval ?? { by: lastEditedBy, at: updatedAt };
}
