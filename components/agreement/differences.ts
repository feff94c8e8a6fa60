import type { Comparison } from '@/lib/adjudication/compare-claims';
import type { Parent } from '@/lib/adjudication/parent';
import type { AgreementReport } from '@/lib/agreement/agreement-report';
import { JUDGED_FIELD_FACTS } from '@/lib/agreement/judged-field';
import type { Difference } from './address';

type Defined = Extract<AgreementReport, { defined: true }>;

/** The claims of one thing on which people differ, and what each says; `words` is empty where that is the claim's own words. */
export type ListedClaim = { readonly claim: Parent; readonly words: string };
export type ListedDifference = {
  readonly difference: Difference;
  readonly title: string;
  readonly items: readonly (readonly ListedClaim[])[];
};

/** Every disagreement behind the figures: by field, then edges, then what one marked alone; only those that occur. Linear. */
export function listDifferences({ what, comparisons }: Defined): readonly ListedDifference[] {
  const fields = what.map(({ field, disagreements }): ListedDifference => {
    const { label, words } = JUDGED_FIELD_FACTS[field];
    const items = disagreements.map(({ claims }) => claims.flatMap((claim) => (claim === null ? [] : [{ claim, words: words(claim) }])));
    return { difference: field, title: label, items };
  });
  const apart = comparisons.filter(({ parents, differing }) => parents.length > 1 && differing.includes('spans'));
  const alone = comparisons.filter(({ parents }) => parents.length === 1);
  return [
    ...fields,
    { difference: 'spans' as const, title: 'Where a claim begins and ends', items: apart.map(toItem) },
    { difference: 'alone' as const, title: 'Marked by one alone', items: alone.map(toItem) },
  ].filter(({ items }) => items.length > 0);
}

function toItem({ parents }: Comparison): readonly ListedClaim[] {
  return parents.map((claim) => ({ claim, words: '' }));
}
