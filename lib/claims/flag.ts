/** What a reader should know about how a claim is told. Some follow from the data (flags.ts), the others a person sees. */
export const FLAGS = [
  'anonymous',
  'bare_sources',
  'count_not_given',
  'no_reason_for_anonymity',
  'no_basis_of_knowledge',
  'impersonal',
  'unattributed',
  'dropped_attribution',
  'ambiguous_scope',
  'secondary_report',
  'missing_link',
  'dropped_hedge',
  'factive_verb',
  'superlative',
  'loaded_language',
  'prediction',
  'internal_contradiction',
  'suspected_mistranslation',
  'plural_sources_suspect',
  'omitted_denial',
  'circular',
] as const;
export type Flag = (typeof FLAGS)[number];

/** What a person said about a flag: that it holds, or that it does not although it follows from the data. */
export type FlagMark = { readonly flag: Flag; readonly verdict: FlagVerdict; readonly note: string };
export const FLAG_VERDICTS = ['added', 'dismissed'] as const;
export type FlagVerdict = (typeof FLAG_VERDICTS)[number];

export const FLAG_LABELS: Readonly<Record<Flag, string>> = {
  anonymous: 'Rests on somebody unnamed',
  bare_sources: 'Bare “sources”',
  count_not_given: 'Number not given',
  no_reason_for_anonymity: 'No reason for anonymity',
  no_basis_of_knowledge: 'No basis of knowledge',
  impersonal: 'Impersonal',
  unattributed: 'Unattributed',
  dropped_attribution: 'Attribution dropped',
  ambiguous_scope: 'Unclear where it ends',
  secondary_report: 'Second-hand report',
  missing_link: 'Link left out',
  dropped_hedge: 'Hedge dropped',
  factive_verb: 'Told as fact',
  superlative: 'Superlative',
  loaded_language: 'Loaded language',
  prediction: 'Prediction',
  internal_contradiction: 'Contradicts the article',
  suspected_mistranslation: 'Mistranslation?',
  plural_sources_suspect: 'Really several sources?',
  omitted_denial: 'Denial left out',
  circular: 'Circular',
};

/** What each flag says, in one sentence. */
export const FLAG_DEFINITIONS: Readonly<Record<Flag, string>> = {
  anonymous: 'The claim rests on somebody who is described but not named.',
  bare_sources: 'The claim rests on “sources” or “insiders” without any description.',
  count_not_given: 'How many unnamed people say so is not given: “sources” may be two, or one.',
  no_reason_for_anonymity: 'Why the unnamed are not named is not given.',
  no_basis_of_knowledge: 'How the unnamed know what they say is not given.',
  impersonal: 'Somebody is said to know or note it (“it is known that”), and nobody is said who.',
  unattributed: 'The article states it in its own voice, without saying where it has it from.',
  dropped_attribution: 'The article attributes this elsewhere, and here states it as its own.',
  ambiguous_scope: 'Where the attribution begins or ends cannot be told from the sentence.',
  secondary_report: 'A newsroom passes on what somebody behind it said.',
  missing_link: 'Somebody through whom the claim came is not mentioned where it is made.',
  dropped_hedge: 'The source was less sure, or said it with a condition that the article leaves out.',
  factive_verb: 'A verb presents what it introduces as established: “reveals”, “it is known”.',
  superlative: '“The only”, “the most”: a claim about everything else as well.',
  loaded_language: 'Words that judge while they seem to describe.',
  prediction: 'It speaks of what has not happened yet, so it cannot be checked now.',
  internal_contradiction: 'Another claim of the same article says the opposite.',
  suspected_mistranslation: 'The wording suggests that something was lost or swapped in translation.',
  plural_sources_suspect: 'Several sources are spoken of, and the signs point to one.',
  omitted_denial: 'A denial by those concerned exists and is not mentioned.',
  circular: 'The chain comes back to somebody it already passed: those in it cite each other.',
};
