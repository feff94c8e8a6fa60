import { flagsOf } from '@/lib/claims/flags';
import type { ShownClaim } from '../outbox/overlay';
import type { Standing } from '../session/standing';
import { type ClaimFilter, listedClaims } from './claim-filter';

/** The claims a filter leaves, by the flags that stand on them now: what the data says and nobody dismissed, and what people added. */
export function listed(
  { standing }: { readonly standing: () => Standing },
  claims: readonly ShownClaim[],
  filter: ClaimFilter,
): readonly ShownClaim[] {
  return listedClaims(claims, filter, (claim) =>
    flagsOf(claim, standing().flagContext()).flatMap(({ flag, dismissed }) => (dismissed ? [] : [flag])),
  );
}
