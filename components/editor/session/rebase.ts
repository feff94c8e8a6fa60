import type { Claim } from '@/lib/claims/claim';
import { changedParts, differingParts, pickParts } from '@/lib/claims/detail-values';
import type { DetailField } from '@/lib/claims/details/details';
import { differingFields, TAG_FIELDS, type TagValues, toTagValues } from '@/lib/claims/tag-values';
import type { StepValues } from '../history';

/** What to write, and whether it would overwrite something that changed since the person began. */
export type Rebased = { readonly values: StepValues; readonly clashes: boolean };

/**
 * What a person changed of a claim while it was open before them, put onto the claim as it is now: fields they left alone
 * are what they are now, not what they were. It clashes where a field they did change is no longer what they saw.
 *
 * @param base the claim as it was when they began
 * @param mine the tag and parts as they left them
 */
export function rebase(base: Claim, current: Claim, mine: StepValues): Rebased {
  const [old, now] = [toTagValues(base), toTagValues(current)];
  const fields = differingFields(old, mine.tag);
  const parts = changedParts(base, mine.details);
  const touched = Object.keys(parts) as DetailField[];
  const tag = Object.fromEntries(
    TAG_FIELDS.map((field) => [field, (fields.includes(field) ? mine.tag : now)[field]]),
  ) as unknown as TagValues;
  const since = differingFields(old, now).filter((field) => fields.includes(field));
  const clashes =
    differingFields(now, tag).some((field) => since.includes(field)) || differingParts(current, pickParts(base, touched)).length > 0;
  return { values: { tag, details: changedParts(current, parts) }, clashes };
}
