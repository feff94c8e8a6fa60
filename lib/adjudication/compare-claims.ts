import { differingParts, pickParts } from '@/lib/claims/detail-values';
import { DETAIL_FIELDS } from '@/lib/claims/details/details';
import { differingFields } from './differs';
import { FIELDS, type Field } from './field';
import { groupClaims } from './group-claims';
import type { Likeness } from './match-claims';
import { keyOf, type Parent } from './parent';

/**
 * What several checkers made of one claim. `parents` are theirs, in the order of the checkers, at least one; whoever has none
 * is in `without`. They agree when nobody is without and no field differs.
 */
export type Comparison = {
  /** Of the parents in their versions (`keyOf`): what a decision about them is kept under. */
  readonly key: string;
  readonly parents: readonly Parent[];
  /** Places of the checkers who marked nothing here. */
  readonly without: readonly number[];
  /** In the order of FIELDS: those in which any two differ. */
  readonly differing: readonly Field[];
};

/**
 * Matches the claims of all checkers and compares what was matched, field by field. In text order; the same comparisons,
 * whichever checker is called first. Costs the matching, and what is said in all fields for every two people.
 *
 * @param people the claims of each checker of one revision, two checkers at least
 */
export function compareClaims(people: readonly (readonly Parent[])[]): readonly Comparison[] {
  const groups = groupClaims(people, alike).map(({ claims }) => claims);
  const names = new Map(
    groups.flatMap((claims, group) => claims.flatMap((claim) => (claim === null ? [] : [[claim.id, `${group}`] as const]))),
  );
  const groupName = (claimId: string) => names.get(claimId) ?? claimId;
  return groups.map((claims) => {
    const parents = claims.filter((claim) => claim !== null);
    const apart = new Set(parents.flatMap((a, at) => parents.slice(at + 1).flatMap((b) => differingFields(a, b, groupName))));
    return {
      key: keyOf(parents),
      parents,
      without: claims.flatMap((claim, person) => (claim === null ? [person] : [])),
      differing: FIELDS.filter((field) => apart.has(field)),
    };
  });
}

/** Whether there is anything to decide. */
export function isAgreed({ without, differing }: Pick<Comparison, 'without' | 'differing'>): boolean {
  return without.length === 0 && differing.length === 0;
}

/**
 * Of claims on the same words: who says it counts most, as that is what tells two claims of one sentence apart. 1 only where
 * nothing at all is different, so that of two sets that are the same each claim finds its own copy.
 */
export const alike: Likeness<Parent> = (a, b) => {
  const source = a.source?.id === b.source?.id ? 0.5 : 0;
  const type = a.sourceType === b.sourceType ? 0.3 : 0;
  const confidence = a.confidence === b.confidence ? 0.1 : 0;
  const tag = source + type + confidence;
  return tag > 0.85 && isSame(a, b) ? 1 : tag;
};

/** Relations by what they say: that two sets are the same is not known before it is known which claim is which. */
function isSame(a: Parent, b: Parent): boolean {
  const said = ({ relations }: Parent) => relations.map(({ kind, note }) => `${kind} ${note}`).sort();
  const { relations: _, ...parts } = pickParts(b, DETAIL_FIELDS);
  return a.note === b.note && differingParts(a, parts).length === 0 && said(a).join('\n') === said(b).join('\n');
}
