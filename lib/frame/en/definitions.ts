/** What source types and flags mean, in one sentence each. Apart from their names, which pages need that explain nothing. */

export const TYPE_DEFINITIONS = {
  named_person: 'A person given by name says it.',
  named_organization: 'An organisation, ministry or company given by name says it.',
  news_organization: 'Another newsroom reported it (The New York Times, Reuters).',
  document: 'A document, data set or recording says it.',
  anonymous_source: 'Unnamed, but described: “sources close to the Kremlin”.',
  unspecified_source: 'Only “sources” or “insiders”, with no description at all.',
  unnamed_person: 'A person who is not named and not presented as a source: “an aide”.',
  unnamed_group: 'A group with no names: “Moscow’s elite circles”.',
  author: 'The article states it itself, with no attribution.',
  impersonal: '“It is known that”: someone is said to know, nobody is said.',
  unresolved: 'An attribution is there, but who it points to cannot be told.',
} as const;

export const FLAG_DEFINITIONS = {
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
} as const;
