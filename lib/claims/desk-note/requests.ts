import { appError } from '@/lib/kernel/app-error';
import { type Result, refused } from '@/lib/kernel/result';
import type { DeskNote } from './desk-note';

/**
 * The desk's own note on a claim, asked of GET /api/claims/[id]/desk-note from the browser. Null when `signal` called the
 * question off. A refusal when the server refused (its own error) or no answer of its came (UNEXPECTED).
 */
export async function readDeskNote(claimId: string, signal: AbortSignal): Promise<Result<DeskNote> | null> {
  const unreachable = refused(appError('UNEXPECTED', 'The desk note cannot be read: the server cannot be reached.'));
  // Known beforehand: the browser would only complain.
  if (!navigator.onLine) return unreachable;
  try {
    const response = await fetch(`/api/claims/${claimId}/desk-note`, { signal });
    const result = (await response.json()) as Result<DeskNote>;
    return signal.aborted ? null : result;
  } catch {
    // Called off, offline, or a page that is no JSON.
    return signal.aborted ? null : unreachable;
  }
}
