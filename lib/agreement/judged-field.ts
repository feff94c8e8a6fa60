import type { Parent } from '@/lib/adjudication/parent';
import { handOf, handWords } from '@/lib/attribution/hand';
import { SOURCE_TYPE_FACTS, SOURCE_TYPES } from '@/lib/attribution/source-type';
import { whoSays } from '@/lib/claims/claim-words';
import { CONFIDENCE_FACTS, CONFIDENCES } from '@/lib/claims/confidence';
import { FIELD_NAMES } from '@/lib/claims/field-names';
import {
  ATTRIBUTION_CHECK_LABELS,
  ATTRIBUTION_CHECKS,
  CONTENT_CHECK_LABELS,
  CONTENT_CHECKS,
  CREDIBILITIES,
  CREDIBILITY_LABELS,
  LIKELIHOOD_FACTS,
  LIKELIHOODS,
} from '@/lib/claims/finding';
import { toNameKey } from '@/lib/sources/source';
import { betweenSourceTypes, type Distance, steps } from './distance';

/** What of a claim checkers can be compared in, value by value. */
export const JUDGED_FIELDS = [
  'sourceType',
  'source',
  'hand',
  'confidence',
  'attributionCheck',
  'contentCheck',
  'credibility',
  'likelihood',
] as const;
export type JudgedField = (typeof JUDGED_FIELDS)[number];

type JudgedFacts = {
  readonly label: string;
  /** As a value that is the same for two who mean the same; null where the checker did not judge it, which is no disagreement. */
  readonly value: (claim: Parent) => string | null;
  /** In the words people read. */
  readonly words: (claim: Parent) => string;
  /** All values there are; left out where they are names or numbers without end, and only those given count. */
  readonly categories?: readonly string[];
  /** How far two values are apart; left out where other is other. */
  readonly distance?: Distance;
};

const checked = (value: string) => (value === 'not_checked' ? null : value);
const withoutUnchecked = (values: readonly string[]) => values.filter((value) => value !== 'not_checked');

/** “Cannot be judged” has no place among the grades: it is as far from each as the farthest are from each other. */
const grades = steps(CREDIBILITIES.map(String));
const betweenCredibilities: Distance = (a, b) => (a !== b && (a === '6' || b === '6') ? grades('1', '5') : grades(a, b));

export const JUDGED_FIELD_FACTS: Readonly<Record<JudgedField, JudgedFacts>> = {
  sourceType: {
    label: 'Source type',
    value: ({ sourceType }) => sourceType,
    words: ({ sourceType }) => SOURCE_TYPE_FACTS[sourceType].label,
    categories: SOURCE_TYPES,
    distance: betweenSourceTypes as Distance,
  },
  source: {
    label: FIELD_NAMES.source,
    value: ({ source }) => (source === null ? 'nobody' : `named ${toNameKey(source.name)}`),
    words: whoSays,
  },
  hand: {
    label: 'Hand',
    value: ({ chain }) => `${handOf(chain)}`,
    words: ({ chain }) => handWords(handOf(chain)),
  },
  confidence: {
    label: FIELD_NAMES.confidence,
    value: ({ confidence }) => confidence,
    words: ({ confidence }) => CONFIDENCE_FACTS[confidence].label,
    categories: CONFIDENCES,
    distance: steps(CONFIDENCES),
  },
  attributionCheck: {
    label: FIELD_NAMES.attributionCheck,
    value: ({ finding }) => checked(finding.attributionCheck),
    words: ({ finding }) => ATTRIBUTION_CHECK_LABELS[finding.attributionCheck],
    categories: withoutUnchecked(ATTRIBUTION_CHECKS),
  },
  contentCheck: {
    label: FIELD_NAMES.contentCheck,
    value: ({ finding }) => checked(finding.contentCheck),
    words: ({ finding }) => CONTENT_CHECK_LABELS[finding.contentCheck],
    categories: withoutUnchecked(CONTENT_CHECKS),
  },
  credibility: {
    label: FIELD_NAMES.credibility,
    value: ({ finding }) => finding.credibility?.toString() ?? null,
    words: ({ finding }) =>
      finding.credibility === null ? 'Not graded' : `${finding.credibility}: ${CREDIBILITY_LABELS[finding.credibility]}`,
    categories: CREDIBILITIES.map(String),
    distance: betweenCredibilities,
  },
  likelihood: {
    label: FIELD_NAMES.likelihood,
    value: ({ finding }) => finding.likelihood,
    words: ({ finding }) => (finding.likelihood === null ? 'Not said' : LIKELIHOOD_FACTS[finding.likelihood].label),
    categories: LIKELIHOODS,
    distance: steps(LIKELIHOODS),
  },
};
