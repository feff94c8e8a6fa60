import { CLAIM_STATES, type ClaimState } from '@/lib/claims/claim-state';
import { appError } from '@/lib/kernel/app-error';
import { ok, type Result, refused } from '@/lib/kernel/result';
import { EXPORT_FORMATS, type ExportFormat, isExportFormat } from './formats';

/** What to hand over, and in which format: a report (approved claims only), or a working copy of the claims in these states. */
export type ExportChoice = {
  readonly format: ExportFormat;
  readonly claims: { readonly kind: 'report' } | { readonly kind: 'working_copy'; readonly states: readonly ClaimState[] };
};

/** Why there is no report for one who checks blind. */
export const BLIND_REPORT =
  'This article is being checked blind, and a report would show what the others found. It can be exported once all have handed in.';

/**
 * The choice that a format's name and a `status` stand for, in an address and on the command line alike. No status is
 * the report, `all` or claim states separated by commas a working copy. Refuses an unknown format (NOT_FOUND, field
 * `format`) and a status that names something else (INVALID, field `status`).
 *
 *     parseChoice('csv', 'draft,submitted')
 */
export function parseChoice(format: string, status: string | null | undefined): Result<ExportChoice> {
  if (!isExportFormat(format)) {
    const message = `There is no format “${format}”. Choose one of ${EXPORT_FORMATS.join(', ')}.`;
    return refused(appError('NOT_FOUND', message, { field: 'format' }));
  }
  const claims = parseStatus(status ?? '');
  if (claims !== null) return ok({ format, claims });
  const message = 'The status must be “all” or claim states separated by commas, such as draft,submitted.';
  return refused(appError('INVALID', message, { field: 'status' }));
}

function parseStatus(status: string): ExportChoice['claims'] | null {
  if (status === '') return { kind: 'report' };
  if (status === 'all') return { kind: 'working_copy', states: CLAIM_STATES };
  const wanted = status.split(',').map((word) => word.trim());
  const states = CLAIM_STATES.filter((state) => wanted.includes(state));
  return states.length === wanted.length ? { kind: 'working_copy', states } : null;
}
