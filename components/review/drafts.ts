import type { TagValues } from '@/lib/claims/tag-values';
import type { Act } from './triage/act';

/** What was being written about a claim when its form was closed: kept until the decision is made. */
const PREFIX = 'hearsay:review:reason:';

/** Also kept over a reload; where the browser refuses storage, while the page is open. */
const reasons = new Map<string, string>();

export function findReasonDraft(claimId: string): string {
  const kept = reasons.get(claimId);
  if (kept !== undefined) return kept;
  try {
    return sessionStorage.getItem(PREFIX + claimId) ?? '';
  } catch {
    return '';
  }
}

export function keepReasonDraft(claimId: string, text: string): void {
  reasons.set(claimId, text);
  try {
    if (text === '') sessionStorage.removeItem(PREFIX + claimId);
    else sessionStorage.setItem(PREFIX + claimId, text);
  } catch {
    // The copy in memory is all there is then.
  }
}

export type FixDraft = { readonly version: number; readonly values: TagValues };

const FIX_PREFIX = 'hearsay:review:fix:';
const fixes = new Map<string, FixDraft>();

/** A fix begun on this very version of the claim while the page was open, or null. */
export function findFixDraft(claimId: string, version: number): TagValues | null {
  const draft = fixes.get(claimId);
  return draft?.version === version ? draft.values : null;
}

/** One that was begun before the page was loaded again, as it was stored; null where there is none, or one begun since. */
export function findStoredFix(claimId: string): string | null {
  if (fixes.has(claimId)) return null;
  try {
    return sessionStorage.getItem(FIX_PREFIX + claimId);
  } catch {
    return null;
  }
}

export function keepFixDraft(claimId: string, draft: FixDraft | null): void {
  if (draft === null) fixes.delete(claimId);
  else fixes.set(claimId, draft);
  try {
    if (draft === null) sessionStorage.removeItem(FIX_PREFIX + claimId);
    else sessionStorage.setItem(FIX_PREFIX + claimId, JSON.stringify(draft));
  } catch {
    // The copy in memory is all there is then.
  }
}

/** The decision is made: what was written for it is not needed any more. */
export function forgetDrafts(kind: Act['kind'], claimId: string): void {
  if (kind === 'undo') return;
  keepReasonDraft(claimId, '');
  keepFixDraft(claimId, null);
}
