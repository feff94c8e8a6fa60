import type { Claim } from '@/lib/claims/claim';
import { CLAIM_STATE_LABELS } from '@/lib/claims/claim-state';
import { differingParts } from '@/lib/claims/detail-values';
import { differingFields, toTagValues } from '@/lib/claims/tag-values';

/**
 * The beginning of a sentence that says who changed a claim: "Bo Checker changed claim 8". A claim knows its last editor
 * and not who decided or remarked on it, so where those did something nobody is named. `known` is the version this page
 * last had, undefined when it had none.
 */
export function whoChanged(current: Claim, known: Claim | undefined, meId: string): string {
  const claim = `claim ${current.number}`;
  if (current.lastEditedBy.id !== meId) return `${current.lastEditedBy.name} changed ${claim}`;
  // Seen already, as it came in live: what it was before is not known here any more.
  if (known !== undefined && known.version >= current.version) return `Claim ${current.number} was changed`;
  if (known !== undefined && known.state !== current.state) {
    return `Claim ${current.number} became “${CLAIM_STATE_LABELS[current.state].toLowerCase()}”`;
  }
  if (known !== undefined && isOnlyRemarked(known, current)) return `Somebody remarked on ${claim}`;
  return `You changed ${claim} in another window`;
}

/** Whether nothing but flags and relations differs: those do not make anybody a claim's last editor. */
function isOnlyRemarked(known: Claim, current: Claim): boolean {
  const { chain, finding, evidence } = known;
  const sameTag = differingFields(toTagValues(known), toTagValues(current)).length === 0;
  return sameTag && differingParts(current, { chain, finding, evidence }).length === 0;
}
