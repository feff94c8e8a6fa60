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
  'note',
  'evidence',
  'flags',
  'relations',
] as const;
export type Field = (typeof FIELDS)[number];

type FieldFacts = { readonly label: string; readonly kind: 'judgement' | 'text' | 'list' };

export const FIELD_FACTS: Readonly<Record<Field, FieldFacts>> = {
  spans: { label: 'Words', kind: 'judgement' },
  source: { label: 'Who says so', kind: 'judgement' },
  chain: { label: 'Chain', kind: 'judgement' },
  confidence: { label: 'Confidence', kind: 'judgement' },
  attributionCheck: { label: 'Did they say so?', kind: 'judgement' },
  contentCheck: { label: 'Is it so?', kind: 'judgement' },
  credibility: { label: 'Credibility', kind: 'judgement' },
  likelihood: { label: 'Likelihood', kind: 'judgement' },
  rationale: { label: 'Because', kind: 'text' },
  correction: { label: 'Should say', kind: 'text' },
  note: { label: 'Note', kind: 'text' },
  evidence: { label: 'Evidence', kind: 'list' },
  flags: { label: 'Flags', kind: 'list' },
  relations: { label: 'Other claims', kind: 'list' },
};
