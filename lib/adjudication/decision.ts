import { isBlank } from '@/lib/text/blank';
import type { TextRange } from '@/lib/text/offset';
import { type Comparison, isAgreed } from './compare-claims';
import { FIELD_FACTS, type Field } from './field';
import { keyOf, type ParentRef } from './parent';

/** Where one field of the consensus comes from. */
export type Choice =
  /** As this parent has it. */
  | { readonly kind: 'from'; readonly claimId: string }
  /** Words only: all that any of them marked, or only what all of them did. */
  | { readonly kind: 'merged_edges'; readonly take: 'all' | 'shared' }
  /** Words only: edges that the one who decides drew. */
  | { readonly kind: 'own_edges'; readonly spans: readonly TextRange[] }
  /** Texts only: what each wrote, one after the other. */
  | { readonly kind: 'joined' };

/** What somebody decided about the claims of one comparison. "Merge edges" is a mix with `merged_edges` for the words. */
export type Decision =
  | { readonly kind: 'agreed' }
  | { readonly kind: 'take'; readonly claimId: string }
  | { readonly kind: 'mix'; readonly choices: { readonly [Name in Field]?: Choice | undefined } }
  /** Both are wrong: there will be no claim. With the reason that the checkers will read. */
  | { readonly kind: 'none'; readonly reason: string };

/** A decision, and what it was about. */
export type Decided = { readonly parents: readonly ParentRef[]; readonly decision: Decision };

/**
 * What a decision leaves open of a comparison: null when it settles it, else the fields that still differ, or none of them
 * where the decision as a whole does not fit: `agreed` where there is something to decide, a claim that is no parent, no
 * reason. A claim that one person made alone is settled by taking it, with or without changes, or by none.
 */
export function leftOpen(comparison: Comparison, decision: Decision): readonly Field[] | null {
  switch (decision.kind) {
    case 'agreed':
      return isAgreed(comparison) ? null : comparison.differing;
    case 'take':
      return isParent(comparison, decision.claimId) ? null : comparison.differing;
    case 'none':
      return isBlank(decision.reason) ? comparison.differing : null;
    case 'mix': {
      const open = comparison.differing.filter((field) => decision.choices[field] === undefined);
      return open.length > 0 || !fitsComparison(comparison, decision) ? open : null;
    }
  }
}

/** Whether a decision can be about these claims, be it that it leaves something open: one that cannot is not kept. */
export function fitsComparison(comparison: Comparison, decision: Decision): boolean {
  if (decision.kind !== 'mix') return leftOpen(comparison, decision) === null;
  return (Object.keys(decision.choices) as Field[]).every((field) => {
    const choice = decision.choices[field];
    return choice === undefined || fits(field, choice, comparison);
  });
}

function isParent({ parents }: Comparison, claimId: string): boolean {
  return parents.some(({ id }) => id === claimId);
}

function fits(field: Field, choice: Choice, comparison: Comparison): boolean {
  const { parents } = comparison;
  switch (choice.kind) {
    case 'from':
      return isParent(comparison, choice.claimId);
    case 'merged_edges':
      return field === 'spans' && parents.length > 1;
    case 'own_edges':
      return field === 'spans' && choice.spans.length > 0 && choice.spans.every(({ start, end }) => start < end);
    case 'joined':
      return FIELD_FACTS[field].kind === 'text';
  }
}

/** What became of decisions when the claims were matched anew. */
export type Standing = {
  /** By the key of the comparison. */
  readonly decisions: ReadonlyMap<string, Decision>;
  /** Those that are about something else now, with why: a parent was changed or deleted, or others are matched now. */
  readonly lapsed: readonly (Decided & { readonly why: 'changed' | 'regrouped' })[];
};

/**
 * Which decisions still stand after the match was made again: those about exactly the same claims in the same versions. A
 * decision is about what somebody saw; another version, or another claim beside it, they have not seen. Of several about the same
 * claims the last counts. Linear.
 */
export function standing(comparisons: readonly Comparison[], decided: readonly Decided[]): Standing {
  const known = new Set(comparisons.map(({ key }) => key));
  const versions = new Map(comparisons.flatMap(({ parents }) => parents.map(({ id, version }) => [id, version] as const)));
  const last = new Map(decided.map((one) => [keyOf(one.parents), one]));
  const all = [...last].map(([key, one]) => ({ key, ...one }));
  return {
    decisions: new Map(all.filter(({ key }) => known.has(key)).map(({ key, decision }) => [key, decision])),
    lapsed: all
      .filter(({ key }) => !known.has(key))
      .map(({ parents, decision }) => ({
        parents,
        decision,
        why: parents.some(({ id, version }) => versions.get(id) !== version) ? 'changed' : 'regrouped',
      })),
  };
}
