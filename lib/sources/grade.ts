import type { PersonRef } from '@/lib/kernel/person';

/**
 * Reliability of a source on the Admiralty scale (FM 2-22.3, appendix B, table B-1): a judgement of one desk, dated,
 * with its reason, about how the source has done so far. Nothing computes it. F is not the bottom of the scale: it says
 * that there is no basis to judge, so F is neither better nor worse than another grade.
 */
export const GRADES = ['A', 'B', 'C', 'D', 'E', 'F'] as const;
export type Grade = (typeof GRADES)[number];

type GradeFacts = { readonly label: string; readonly definition: string };

export const GRADE_FACTS: Readonly<Record<Grade, GradeFacts>> = {
  A: { label: 'Reliable', definition: 'No doubt of authenticity, trustworthiness or competency; a history of complete reliability.' },
  B: {
    label: 'Usually reliable',
    definition: 'Minor doubt about authenticity, trustworthiness or competency; a history of valid information most of the time.',
  },
  C: {
    label: 'Fairly reliable',
    definition: 'Doubt of authenticity, trustworthiness or competency, but it has provided valid information in the past.',
  },
  D: {
    label: 'Not usually reliable',
    definition: 'Significant doubt about authenticity, trustworthiness or competency, but it has provided valid information in the past.',
  },
  E: { label: 'Unreliable', definition: 'Lacking in authenticity, trustworthiness and competency; a history of invalid information.' },
  F: { label: 'Cannot be judged', definition: 'No basis exists for judging its reliability. Not the worst grade.' },
};

/** One grade as it was given. Never changed afterwards: the next one stands beside it. */
export type GradeEntry = {
  readonly id: string;
  readonly grade: Grade;
  readonly reason: string;
  readonly by: PersonRef;
  readonly at: Date;
  /** The name it was given to, where that was merged into this source since; else null. */
  readonly givenTo: string | null;
};

/** A shorter reason explains nothing; in characters that can be seen. */
export const GRADE_REASON_MIN = 3;
export const GRADE_REASON_MAX = 2000;
