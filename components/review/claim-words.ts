import { SOURCE_TYPE_FACTS, type SourceType } from '@/lib/attribution/source-type';
import type { Claim } from '@/lib/claims/claim';
import { CLAIM_STATE_LABELS, type ClaimState } from '@/lib/claims/claim-state';
import type { ClaimEvent } from '@/lib/claims/transitions';
import { unreachable } from '@/lib/kernel/assert';
import type { ClaimTransition } from '@/lib/review/history';

/** Who says so, as the tag has it. `quoted` names are somebody's; without one it is our own sentence. */
export function sourceWords(sourceType: SourceType, name: string | null): { readonly text: string; readonly quoted: boolean } {
  if (name !== null) return { text: name, quoted: true };
  switch (sourceType) {
    case 'author':
      return { text: 'the article’s own voice', quoted: false };
    case 'impersonal':
      return { text: 'nobody named: impersonal', quoted: false };
    case 'unresolved':
      return { text: 'an attribution that leads to nobody', quoted: false };
    case 'unspecified_source':
      return { text: 'bare “sources”', quoted: false };
    default:
      return { text: 'no source given', quoted: false };
  }
}

/** The type beside its source. Empty where the source's own words say it already. */
export function typeBeside(sourceType: SourceType, name: string | null): string {
  return name === null ? '' : SOURCE_TYPE_FACTS[sourceType].label.toLowerCase();
}

/** Why this person may not approve the claim, and who may; `refusal` is what the permission table said, null when they may. */
export function approvalWords({ createdBy, lastEditedBy }: Claim, userId: string, refusal: string | null): string {
  if (refusal === null) return 'You neither made nor last edited this claim, so you may approve it.';
  if (createdBy.id === userId) return 'You made this claim: another editor has to approve it.';
  if (lastEditedBy.id === userId) return 'You last edited this claim: another editor has to approve it.';
  return refusal;
}

/** "made by you" in a row whose claim this person may not approve. */
export function ownWords({ createdBy, lastEditedBy }: Claim, userId: string): string | null {
  if (createdBy.id === userId) return 'made by you';
  return lastEditedBy.id === userId ? 'last edited by you' : null;
}

/** What somebody did, as in "checker A submitted it". */
export function stepWords(event: ClaimEvent): string {
  switch (event) {
    case 'submit':
      return 'submitted it';
    case 'withdraw':
      return 'took it back';
    case 'approve':
      return 'approved it';
    case 'return':
      return 'returned it';
    case 'reject':
      return 'rejected it';
    case 'reopen':
      return 'edited it after its approval';
    case 'undo_decision':
      return 'took the decision back';
    default:
      return unreachable(event);
  }
}

/** How often the claim was submitted, or null before the second time. */
export function roundOf(steps: readonly Pick<ClaimTransition, 'event'>[]): number | null {
  const rounds = steps.filter(({ event }) => event === 'submit').length;
  return rounds > 1 ? rounds : null;
}

/** Where a claim that waits no longer stands: "It is approved now." */
export function standsNow(state: ClaimState): string {
  return `It is ${CLAIM_STATE_LABELS[state].toLowerCase()} now.`;
}

/** Hours after which a row's age is set in bold: a day. */
const LONG_WAIT = 24 * 3_600_000;

export function isLongWait(submittedAt: Date | null, now: number): boolean {
  return submittedAt !== null && now - submittedAt.getTime() >= LONG_WAIT;
}
