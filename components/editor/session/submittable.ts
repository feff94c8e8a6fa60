import { TRANSITIONS } from '@/lib/claims/transitions';
import type { ShownClaim } from '../outbox/overlay';

const SUBMITTABLE = TRANSITIONS.submit.from;

/**
 * Whether Submit would send a claim: this person's own that wait on them. A returned claim nobody has touched since still
 * owes the editor an answer and stays behind.
 */
export function isSubmittable({ state, createdBy, lastEditedBy, held, reason, updatedAt }: ShownClaim, userId: string): boolean {
  if (state === 'returned' && reason !== null && updatedAt <= reason.at) return false;
  const mine = createdBy.id === userId || (state === 'reopened' && lastEditedBy.id === userId);
  return mine && held === undefined && SUBMITTABLE.includes(state);
}
