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
  return (
    <span aria-hidden="true" className={size === 's' ? 'cls s' : 'cls'} data-c={sourceClass} data-on={on || undefined}>
      <b>{SOURCE_CLASS_FACTS[sourceClass].letter}</b>
      <u>{shownNumber(claim)}</u>
    </span>
  );
}
