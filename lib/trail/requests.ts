import { appError } from '@/lib/kernel/app-error';
import { type Result, refused } from '@/lib/kernel/result';
import type { ClaimTrail } from './entry';

/**
 * What was written about a claim, asked of GET /api/claims/[id]/history from the browser. Null when `signal` called the question
 * off. A refusal when the server refused (its own error) or no answer of its came (UNEXPECTED).
 */
export async function readClaimTrail(claimId: string, before: number | null, signal: AbortSignal): Promise<Result<ClaimTrail> | null> {
  const unreachable = refused(appError('UNEXPECTED', 'The history cannot be read: the server cannot be reached.'));
  // Known beforehand: the browser would only complain.
  if (!navigator.onLine) return unreachable;
  try {
    const response = await fetch(`/api/claims/${claimId}/history${before === null ? '' : `?before=${before}`}`, { signal });
    const result = (await response.json()) as Result<ClaimTrail>;
    return signal.aborted ? null : result;
  } catch {
    // Called off, offline, or a page that is no JSON.
    return signal.aborted ? null : unreachable;
  }
}
