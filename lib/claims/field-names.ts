/** What the fields of a claim are called wherever somebody reads in what two differ: as the form calls them, in its order. */
export const FIELD_NAMES = {
  spans: 'Words',
  sourceType: 'Presented as',
  source: 'Source',
  chain: 'Chain',
  confidence: 'Confidence',
  note: 'Note',
  attributionCheck: 'Did they say so?',
  contentCheck: 'Is it so?',
  credibility: 'Credibility',
  likelihood: 'Likelihood',
  rationale: 'Because',
  correction: 'Should say',
  question: 'Question to the author',
  evidence: 'Evidence',
  flags: 'Flags',
  relations: 'Other claims',
} as const;
