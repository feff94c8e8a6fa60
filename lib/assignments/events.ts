import type { AuditEvent } from '@/lib/audit/audit-event';
import type { Priority } from './assignment';

/** An assignment as the trail has it: times as text. */
export type WrittenPlan = {
  readonly checkers: number;
  readonly reviewerId: string | null;
  readonly priority: Priority;
  readonly dueAt: string | null;
  /** Who has a part. */
  readonly people: readonly string[];
};

/** What the audit trail says about who checks what; the subject is the article. A lease that a save puts off is no event of its own. */
export type AssignmentAuditEvent =
  | AuditEvent<'assignment.saved', { readonly before: WrittenPlan | null; readonly after: WrittenPlan; readonly version: number }>
  | AuditEvent<'assignment.ended', { readonly reason: string; readonly version: number }>
  /** `personId` null: the early end was taken back. */
  | AuditEvent<'assignment.reopened', { readonly personId: string | null; readonly version: number }>
  | AuditEvent<'check.taken', { readonly personId: string; readonly until: string; readonly version: number }>
  | AuditEvent<'check.given_back' | 'check.handed_in', { readonly personId: string; readonly version: number }>
  | AuditEvent<'check.handed_on', { readonly fromId: string; readonly toId: string; readonly version: number }>;
