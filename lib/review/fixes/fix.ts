import type { VersionChange } from '@/lib/claims/version-changes';
import type { PersonRef } from '@/lib/kernel/person';

/** A claim that an editor corrected while approving it, for the one who made it: field by field. */
export type FixedClaim = {
  readonly claimId: string;
  readonly number: number;
  readonly article: { readonly id: string; readonly title: string };
  readonly by: PersonRef;
  readonly at: Date;
  readonly changes: readonly VersionChange[];
};

/** How long a correction is shown to its checker, in days, and at most how many. */
export const FIXES_DAYS = 14;
export const FIXES_MAX = 20;
