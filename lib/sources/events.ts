import type { AuditEvent } from '@/lib/audit/audit-event';
import type { Grade } from './grade';
import type { SourceFields } from './source-record';

/** What the audit trail says about a source. `version` is the source's version after the write. */
export type SourceAuditEvent =
  | AuditEvent<'source.created', { readonly name: string }>
  | AuditEvent<'source.edited', { readonly before: SourceFields; readonly after: SourceFields; readonly version: number }>
  | AuditEvent<'source.alias_added' | 'source.alias_removed', { readonly name: string; readonly version: number }>
  /** The subject went into, or came out of, the other one; `followed` are the ids of what went with it. */
  | AuditEvent<'source.merged' | 'source.split', MergeChange>
  | AuditEvent<'source.graded', { readonly grade: Grade; readonly reason: string; readonly version: number }>
  | AuditEvent<'source.retracted' | 'source.unretracted', { readonly reason: string; readonly version: number }>;

export type MergeChange = {
  readonly name: string;
  readonly otherId: string;
  readonly otherName: string;
  readonly followed: readonly string[];
  /** Ids of the origin groups that hold one of the two: their version went up with it. Absent in older entries. */
  readonly groups?: readonly string[];
  readonly version: number;
};
