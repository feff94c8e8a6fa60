import type { SourceType } from './source-type';

type Definition = {
  readonly definition: string;
  /** A sentence that shows it, made up. */
  readonly example: string;
};

/** What each type means, for where one is chosen or explained. Apart from the facts, which pages need that only name a type. */
export const SOURCE_TYPE_DEFINITIONS: Readonly<Record<SourceType, Definition>> = {
  named_person: { definition: 'A person given by name says it.', example: 'Mayor Ana Ruiz said the bridge will close.' },
  named_organization: {
    definition: 'An organisation, ministry or company given by name says it.',
    example: 'The transport ministry said the bridge will close.',
  },
  news_organization: {
    definition: 'Another newsroom reported it (The New York Times, Reuters).',
    example: 'The bridge will close, Reuters reported.',
  },
  document: { definition: 'A document, data set or recording says it.', example: 'The inspection report puts the damage at two metres.' },
  anonymous_source: {
    definition: 'Unnamed, but described: “sources close to the Kremlin”.',
    example: 'Two officials who saw the plans said it will close.',
  },
  unspecified_source: { definition: 'Only “sources” or “insiders”, with no description at all.', example: 'Sources said it will close.' },
  unnamed_person: {
    definition: 'A person who is not named and not presented as a source: “an aide”.',
    example: 'An aide was seen leaving with the papers, angry.',
  },
  unnamed_group: {
    definition: 'A group with no names: “Moscow’s elite circles”.',
    example: 'In the town’s business circles there is alarm.',
  },
  author: { definition: 'The article states it itself, with no attribution.', example: 'The bridge will close in May.' },
  impersonal: {
    definition: '“It is known that”: someone is said to know, nobody is said.',
    example: 'It is known that the bridge is unsafe.',
  },
  unresolved: {
    definition: 'An attribution is there, but who it points to cannot be told.',
    example: 'They said it would close, he added.',
  },
};
