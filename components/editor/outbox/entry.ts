import type { Claim } from '@/lib/claims/claim';
import type { DetailValues } from '@/lib/claims/detail-values';
import type { TagValues } from '@/lib/claims/tag-values';

/** The whole tag as it should be, and those parts beyond it that change. */
export type Values = { readonly tag: TagValues; readonly details?: DetailValues | undefined };

/**
 * One write a person made. `version` is the claim's version it was made on; null means "the one
 * the write before it leaves behind", and is filled in when that one is answered or goes along in the same request.
 * `base` is what the person saw of the tag, and of the parts they changed: what a newer version is merged by. Writes of
 * older builds have none, and are not merged.
 */
export type Write =
  | ({ readonly kind: 'create'; readonly claimId: string; readonly revisionId: string; readonly number: number } & Values)
  | ({ readonly kind: 'edit'; readonly claimId: string; readonly version: number | null; readonly base?: Values | undefined } & Values)
  | { readonly kind: 'delete'; readonly claimId: string; readonly version: number | null }
  | { readonly kind: 'restore'; readonly claimId: string; readonly version: number | null; readonly claim: Claim }
  | { readonly kind: 'withdraw'; readonly claimId: string; readonly version: number | null }
  | { readonly kind: 'submit'; readonly articleId: string; readonly claims: readonly { readonly id: string; readonly version: number }[] };

/**
 * `key` makes a repeat of the write harmless and orders it (UUIDv7); `at` is when the person made it, in ms; `tab` is the
 * open page that sends it (lib/delivery/tabs.ts), absent where any may.
 */
export type KeptWrite = { readonly key: string; readonly at: number; readonly write: Write; readonly tab?: string | undefined };
