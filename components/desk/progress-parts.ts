import type { ProgressPart, ProgressTone } from '@/components/ui/progress-bar';
import type { ClaimState } from '@/lib/claims/claim-state';
import type { ClaimCounts } from '@/lib/review/progress';

/** From decided to not begun, so that a bar fills from the left as the work gets done. */
const ORDER: readonly ClaimState[] = ['approved', 'rejected', 'submitted', 'returned', 'reopened', 'draft'];

const STATE_TONES: Readonly<Record<ClaimState, ProgressTone>> = {
  approved: 'done',
  rejected: 'refused',
  submitted: 'waiting',
  returned: 'back',
  reopened: 'back',
  draft: 'open',
};

export function toProgressParts(counts: ClaimCounts): readonly (ProgressPart & { readonly key: ClaimState })[] {
  return ORDER.map((state) => ({ key: state, tone: STATE_TONES[state], count: counts[state] }));
}
