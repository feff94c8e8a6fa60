import { differingFields } from '@/lib/adjudication/differs';
import type { Field } from '@/lib/adjudication/field';
import { fieldLines, type Naming } from '@/lib/adjudication/field-words';
import type { Parent } from '@/lib/adjudication/parent';
import type { ClaimState } from '@/lib/claims/claim-state';
import type { PersonRef } from '@/lib/kernel/person';

/** What became of a checker's claim when the work on its article was adjudicated. */
export type Outcome = {
  readonly claim: { readonly id: string; readonly number: number; readonly quote: string; readonly createdBy: PersonRef };
  readonly article: { readonly id: string; readonly title: string };
  /** Who decided, and when it was carried out. */
  readonly by: PersonRef;
  readonly at: Date;
  /** The claim that stands for it, and the fields in which that one says something else; null where it was rejected. */
  readonly standsFor: {
    readonly id: string;
    readonly number: number;
    readonly state: ClaimState;
    readonly other: readonly OtherField[];
  } | null;
  /** Why there is no claim; empty where there is one. */
  readonly reason: string;
};

/** A field in which the consensus claim says something else than one of its parents, with what each says. */
export type OtherField = { readonly field: Field; readonly was: readonly string[]; readonly is: readonly string[] };

/** Those fields, in the order of FIELDS. A relation to another claim is none by itself. */
export function otherFields(parent: Parent, consensus: Parent): readonly OtherField[] {
  return differingFields(parent, consensus, (claimId) => claimId)
    .filter((field) => field !== 'relations')
    .map((field) => ({ field, was: fieldLines(field, parent, NAMING), is: fieldLines(field, consensus, NAMING) }));
}

const NAMING: Naming = { claim: () => 'another claim', originGroup: () => 'an origin group' };

/** How many of a checker's claims went which way. */
export type OutcomeCounts = { readonly asMade: number; readonly changed: number; readonly rejected: number };

export function countOutcomes(outcomes: readonly Pick<Outcome, 'standsFor'>[]): OutcomeCounts {
  const asMade = outcomes.filter(({ standsFor }) => standsFor !== null && standsFor.other.length === 0).length;
  const rejected = outcomes.filter(({ standsFor }) => standsFor === null).length;
  return { asMade, changed: outcomes.length - asMade - rejected, rejected };
}
