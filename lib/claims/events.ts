import type { AuditEvent } from '@/lib/audit/audit-event';
import type { Tag } from './tag';
import type { ClaimEvent } from './transitions';

/** What the audit trail says about a claim. `version` is the claim's version after the write. */
export type ClaimAuditEvent =
  | AuditEvent<'claim.created', { readonly after: Tag }>
  /** `lastEditedById` is who had edited it before, so that undoing a fix can give it back. */
  | AuditEvent<'claim.edited', TagChange>
  | AuditEvent<'claim.deleted' | 'claim.restored', { readonly version: number }>
  /** Another claim of its article stands for it, and it has left the article. */
  | AuditEvent<'claim.superseded', { readonly byId: string; readonly version: number }>
  | AuditEvent<'claim.moved', { readonly event: ClaimEvent; readonly reason: string; readonly version: number }>;

export type TagChange = {
  readonly before: Tag;
  readonly after: Tag;
  readonly lastEditedById: string;
  readonly version: number;
  /** The version that this edit gave back; absent for any other edit. */
  readonly restores?: number | undefined;
};
