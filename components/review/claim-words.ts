import type { Claim } from '@/lib/claims/claim';
import { CLAIM_STATE_LABELS, type ClaimState } from '@/lib/claims/claim-state';
import { FLAG_LABELS } from '@/lib/claims/flag';
import { DAY } from '@/lib/kernel/clock';
import { type Bearing, contradictedBy } from '@/lib/review/bearing/bearing';
import type { ClaimTransition } from '@/lib/review/history';

/** Which claims contradict it, for a row: their numbers, from the third on only how many; null when none does. */
export function contradictionWords(bearing: Bearing): { readonly short: string; readonly long: string } | null {
  const numbers = contradictedBy(bearing);
  if (numbers.length === 0) return null;
  if (numbers.length > 2) return { short: `${numbers.length} claims`, long: `contradicted by ${numbers.length} claims` };
  const names = numbers.map((number) => `claim ${number}`).join(' and ');
  return { short: numbers.map((number) => `C${number}`).join(' '), long: `contradicted by ${names}` };
}

/** Flags shown in a row: what follows from the data is in the chain and the badge already. */
const SEEN_MAX = 2;

/** What people saw in the claim, for a row. */
export function seenFlags({ flags }: Pick<Claim, 'flags'>): readonly string[] {
  const seen = flags.filter(({ verdict }) => verdict === 'added').map(({ flag }) => FLAG_LABELS[flag].toLowerCase());
  return seen.length <= SEEN_MAX ? seen : [...seen.slice(0, SEEN_MAX), `${seen.length - SEEN_MAX} more flags`];
}

/** Why this person may not approve the claim, and who may; `refusal` is what the permission table said, null when they may. */
export function approvalWords(
  { createdBy, lastEditedBy, earlierEditorIds = [], parents }: Claim,
  userId: string,
  refusal: string | null,
): string {
  if (refusal === null) return 'You neither made nor edited this claim, so you may approve it.';
  if (parents !== undefined)
    return 'You had a hand in this consensus: somebody who decided nothing in it, and checked nothing of it, has to approve it.';
  if (createdBy.id === userId) return 'You made this claim: another editor has to approve it.';
  if (lastEditedBy.id === userId) return 'You last edited this claim: another editor has to approve it.';
  if (earlierEditorIds.includes(userId)) return 'You edited this claim since it was last approved: another editor has to approve it.';
  return refusal;
}

/** Why this person may not fix the claim either, and what they can do instead. */
export function fixWords(claim: Claim, userId: string, refusal: string): string {
  const own = ownWords(claim, userId);
  if (own === null) return refusal;
  const did = own.replace(' by you', '');
  return `A fix here approves the claim too, and you ${did} it. Edit it in its article; another editor approves it.`;
}

/** "made by you" in a row whose claim this person may not approve. */
export function ownWords({ createdBy, lastEditedBy, earlierEditorIds = [] }: Claim, userId: string): string | null {
  if (createdBy.id === userId) return 'made by you';
  if (lastEditedBy.id === userId) return 'last edited by you';
  return earlierEditorIds.includes(userId) ? 'edited by you' : null;
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
const LONG_WAIT = DAY;

export function isLongWait(submittedAt: Date | null, now: number): boolean {
  return submittedAt !== null && now - submittedAt.getTime() >= LONG_WAIT;
}
