import { TYPE_DEFINITIONS } from '@/lib/frame/en/definitions';
import type { SourceType } from './source-type';

type Definition = {
  readonly definition: string;
  /** A sentence that shows it, made up. */
  readonly example: string;
};

/** What each type means, for where one is chosen or explained. Apart from the facts, which pages need that only name a type. */
export const SOURCE_TYPE_DEFINITIONS: Readonly<Record<SourceType, Definition>> = {
  named_person: { definition: TYPE_DEFINITIONS.named_person, example: 'Mayor Ana Ruiz said the bridge will close.' },
  named_organization: {
    definition: TYPE_DEFINITIONS.named_organization,
    example: 'The transport ministry said the bridge will close.',
  },
  news_organization: {
    definition: TYPE_DEFINITIONS.news_organization,
    example: 'The bridge will close, Reuters reported.',
  },
  document: { definition: TYPE_DEFINITIONS.document, example: 'The inspection report puts the damage at two metres.' },
  anonymous_source: {
    definition: TYPE_DEFINITIONS.anonymous_source,
    example: 'Two officials who saw the plans said it will close.',
  },
  unspecified_source: { definition: TYPE_DEFINITIONS.unspecified_source, example: 'Sources said it will close.' },
  unnamed_person: {
    definition: TYPE_DEFINITIONS.unnamed_person,
    example: 'An aide was seen leaving with the papers, angry.',
  },
  unnamed_group: {
    definition: TYPE_DEFINITIONS.unnamed_group,
    example: 'In the town’s business circles there is alarm.',
  },
  author: { definition: TYPE_DEFINITIONS.author, example: 'The bridge will close in May.' },
  impersonal: {
    definition: TYPE_DEFINITIONS.impersonal,
    example: 'It is known that the bridge is unsafe.',
  },
  unresolved: {
    definition: TYPE_DEFINITIONS.unresolved,
    example: 'They said it would close, he added.',
  },
};
