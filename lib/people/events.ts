import type { AuditEvent } from '@/lib/audit/audit-event';

/** What the audit trail says about a person's preferences. `commands` are those whose keys changed. */
export type PreferencesAuditEvent = AuditEvent<
  'preferences.saved',
  { readonly singleKeys: boolean; readonly commands: readonly string[]; readonly version: number }
>;
