import { FIELD_NAMES } from '@/lib/claims/field-names';

/**
 * In what two claims can differ, in the order in which they are read. Three kinds, because not everything that is written
 * differently is a disagreement:
 *
 * - `judgement`: what was decided. Different values are a difference, and so is a value on one side only: one person's
 *   check must not come out as two people's.
 * - `text`: what was written about it. A difference where both wrote, and not the same; what only one wrote is taken along.
 * - `list`: what was gathered. It adds up; a difference only where both say the opposite of one thing.
 */
export const FIELDS = [
  'spans',
  'source',
  'chain',
  'confidence',
  'attributionCheck',
  'contentCheck',
  'credibility',
  'likelihood',
  'rationale',
  'correction',
  'question',
  'note',
  'evidence',
  'flags',
  'relations',
] as const;
export type Field = (typeof FIELDS)[number];

type FieldFacts = { readonly label: string; readonly kind: 'judgement' | 'text' | 'list' };

export const FIELD_FACTS: Readonly<Record<Field, FieldFacts>> = {
  spans: { label: FIELD_NAMES.spans, kind: 'judgement' },
  // Type and source are decided together: neither means anything without the other.
  source: { label: 'Who says so', kind: 'judgement' },
  chain: { label: FIELD_NAMES.chain, kind: 'judgement' },
  confidence: { label: FIELD_NAMES.confidence, kind: 'judgement' },
  attributionCheck: { label: FIELD_NAMES.attributionCheck, kind: 'judgement' },
  contentCheck: { label: FIELD_NAMES.contentCheck, kind: 'judgement' },
  credibility: { label: FIELD_NAMES.credibility, kind: 'judgement' },
  likelihood: { label: FIELD_NAMES.likelihood, kind: 'judgement' },
  rationale: { label: FIELD_NAMES.rationale, kind: 'text' },
  correction: { label: FIELD_NAMES.correction, kind: 'text' },
  question: { label: FIELD_NAMES.question, kind: 'text' },
  note: { label: FIELD_NAMES.note, kind: 'text' },
  evidence: { label: FIELD_NAMES.evidence, kind: 'list' },
  flags: { label: FIELD_NAMES.flags, kind: 'list' },
  relations: { label: FIELD_NAMES.relations, kind: 'list' },
};
