import type { Claim } from '@/lib/claims/claim';
import { CLAIM_STATE_LABELS } from '@/lib/claims/claim-state';
import { differingParts } from '@/lib/claims/detail-values';
import type { MergeValues } from '@/lib/claims/merge-values';
import { differingFields, toTagValues } from '@/lib/claims/tag-values';

/**
 * The beginning of a sentence that says who changed a claim: "Bo Checker changed claim 8". A claim knows its last editor
 * and not who decided or remarked on it, so where those did something nobody is named. `known` is the version this page
 * last had, undefined when it had none; `seen` is what the person saw as they wrote, where `known` may be newer than that.
 */
export function whoChanged(current: Claim, known: Claim | undefined, meId: string, seen: MergeValues | null = null): string {
  const claim = `claim ${current.number}`;
  if (current.lastEditedBy.id !== meId) return `${current.lastEditedBy.name} changed ${claim}`;
  // It came in live before the answer: what it was before is not known here any more, but for what was seen.
  if (known !== undefined && known.version >= current.version) {
    const edited = seen !== null && isEdited(seen, current);
    return edited ? `You changed ${claim} in another window` : `Claim ${current.number} was changed`;
  }
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

function isEdited({ tag, details: { chain, finding, evidence } }: MergeValues, current: Claim): boolean {
  return differingFields(tag, toTagValues(current)).length > 0 || differingParts(current, { chain, finding, evidence }).length > 0;
}
