import type { Claim, ClaimSpan } from '@/lib/claims/claim';
import type { PersonRef } from '@/lib/kernel/person';
import type { ClaimSourcing } from './claim-sourcing';
import type { Place } from './places';

/** A claim as a report holds it: with its places, its approval and what follows for its sourcing. */
export type ReportClaim = Omit<Claim, 'spans'> & {
  /** In text order, at least one. */
  readonly spans: readonly ReportSpan[];
  /** Who approved it and when; null while it does not stand approved, or when no step says so. */
  readonly approval: Approval | null;
  readonly sourcing: ClaimSourcing;
};

/** A span with its place in code points, the only offsets an export shows, and the 32 code points on each side. */
export type ReportSpan = ClaimSpan & { readonly place: Place };

export type Approval = { readonly by: PersonRef; readonly at: Date };
