import type { Decision } from '@/lib/adjudication/decision';
import type { AuditEvent } from '@/lib/audit/audit-event';

/** One decision as the trail has it; `key` names its parents in their versions. */
export type WrittenDecision = {
  readonly key: string;
  readonly before: Decision | null;
  readonly after: Decision | null;
  readonly version: number;
};

/** What the audit trail says about adjudications; the subject is the article. `version` is the adjudication's after the write. */
export type AdjudicationAuditEvent =
  | AuditEvent<'adjudication.decided', { readonly decisions: readonly WrittenDecision[]; readonly version: number }>
  /** `consensus`: the claims that were made; `rejected`: of how many comparisons there is none. */
  | AuditEvent<'adjudication.finished', { readonly consensus: readonly string[]; readonly rejected: number; readonly version: number }>;
