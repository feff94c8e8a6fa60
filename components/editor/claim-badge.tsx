import { ClassBadge } from '@/components/ui/class-badge';
import { SOURCE_CLASS_FACTS, toSourceClass } from '@/lib/attribution/source-type';
import type { ShownClaim } from './outbox/overlay';
import { shownNumber } from './shown-claim';

type ClaimBadgeProps = {
  claim: Pick<ShownClaim, 'sourceType' | 'number' | 'version'>;
  size?: 'm' | 's';
  /** The open claim: the badge is inverted. */
  on?: boolean;
};

/** Letter and number of a claim, for rows and cards. Silent: what it stands beside says its name. */
export function ClaimBadge({ claim, size = 'm', on = false }: ClaimBadgeProps) {
  const sourceClass = toSourceClass(claim.sourceType);
  return <ClassBadge c={sourceClass} {...SOURCE_CLASS_FACTS[sourceClass]} number={shownNumber(claim)} size={size} on={on} silent />;
}
