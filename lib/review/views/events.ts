import type { AuditEvent } from '@/lib/audit/audit-event';

/** What the audit trail says about a person's views. */
export type ViewAuditEvent =
  | AuditEvent<'view.saved', { readonly name: string; readonly query: string; readonly version: number }>
  | AuditEvent<'view.deleted', { readonly name: string }>;
