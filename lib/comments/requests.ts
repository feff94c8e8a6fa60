import { appError } from '@/lib/kernel/app-error';
import { type Result, refused } from '@/lib/kernel/result';
import type { Discussion } from './comment';

/**
 * What is said about a claim, asked of GET /api/claims/[id]/comments from the browser. Null when `signal` called the question
 * off. A refusal when the server refused (its own error) or no answer of its came (UNEXPECTED).
 */
export async function readDiscussion(claimId: string, signal: AbortSignal): Promise<Result<Discussion> | null> {
  const unreachable = refused(appError('UNEXPECTED', 'The comments cannot be read: the server cannot be reached.'));
  // Known beforehand: the browser would only complain.
  if (!navigator.onLine) return unreachable;
  try {
    const response = await fetch(`/api/claims/${claimId}/comments`, { signal });
    const result = (await response.json()) as Result<Discussion>;
    return signal.aborted ? null : result;
  } catch {
    // Called off, offline, or a page that is no JSON.
    return signal.aborted ? null : unreachable;
  }
}
