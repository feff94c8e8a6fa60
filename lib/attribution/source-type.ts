/**
 * How the article presents who is speaking. Eleven types in six classes; at most six,
 * because more cannot be told apart by colour-blind readers. The order is the order
 * on screen, and `key` is the key that picks the type while tagging.
 */
export const SOURCE_TYPES = [
  'named_person',
  'named_organization',
  'news_organization',
  'document',
  'anonymous_source',
  'unspecified_source',
  'unnamed_person',
  'unnamed_group',
  'author',
  'impersonal',
  'unresolved',
] as const;
export type SourceType = (typeof SOURCE_TYPES)[number];

export const SOURCE_CLASSES = ['record', 'relay', 'document', 'anonymous', 'unnamed', 'none'] as const;
export type SourceClass = (typeof SOURCE_CLASSES)[number];

/** What a type asks of the source field: a name, a name if there is one, or none at all. */
export type SourceNeed = 'required' | 'optional' | 'none';

type TypeFacts = {
  readonly class: SourceClass;
  readonly label: string;
  /** The short form beside its class ("bare sources" in the row "Anonymous"). */
  readonly short: string;
  readonly key: string;
  readonly source: SourceNeed;
  readonly definition: string;
  /** A sentence that shows it, made up. */
  readonly example: string;
  /** What stands in the source's place where nobody is named; in the middle of a sentence. */
  readonly unnamed: string;
};

export const SOURCE_TYPE_FACTS: Readonly<Record<SourceType, TypeFacts>> = {
  named_person: {
    class: 'record',
    label: 'Named person',
    short: 'person',
    key: '1',
    source: 'required',
    definition: 'A person given by name says it.',
    example: 'Mayor Ana Ruiz said the bridge will close.',
    unnamed: 'no source given',
  },
  named_organization: {
    class: 'record',
    label: 'Named organisation',
    short: 'organisation',
    key: '2',
    source: 'required',
    definition: 'An organisation, ministry or company given by name says it.',
    example: 'The transport ministry said the bridge will close.',
    unnamed: 'no source given',
  },
  news_organization: {
    class: 'relay',
    label: 'News organisation',
    short: 'news organisation',
    key: '3',
    source: 'required',
    definition: 'Another newsroom reported it (The New York Times, Reuters).',
    example: 'The bridge will close, Reuters reported.',
    unnamed: 'no source given',
  },
  document: {
    class: 'document',
    label: 'Document',
    short: 'document',
    key: '4',
    source: 'required',
    definition: 'A document, data set or recording says it.',
    example: 'The inspection report puts the damage at two metres.',
    unnamed: 'no source given',
  },
  anonymous_source: {
    class: 'anonymous',
    label: 'Anonymous, described',
    short: 'described',
    key: '5',
    source: 'required',
    definition: 'Unnamed, but described: “sources close to the Kremlin”.',
    example: 'Two officials who saw the plans said it will close.',
    unnamed: 'no source given',
  },
  unspecified_source: {
    class: 'anonymous',
    label: 'Anonymous, bare',
    short: 'bare “sources”',
    key: '6',
    source: 'optional',
    definition: 'Only “sources” or “insiders”, with no description at all.',
    example: 'Sources said it will close.',
    unnamed: 'bare “sources”',
  },
  unnamed_person: {
    class: 'unnamed',
    label: 'Unnamed person',
    short: 'person',
    key: '7',
    source: 'required',
    definition: 'A person who is not named and not presented as a source: “an aide”.',
    example: 'An aide was seen leaving with the papers, angry.',
    unnamed: 'no source given',
  },
  unnamed_group: {
    class: 'unnamed',
    label: 'Unnamed group',
    short: 'group',
    key: '8',
    source: 'required',
    definition: 'A group with no names: “Moscow’s elite circles”.',
    example: 'In the town’s business circles there is alarm.',
    unnamed: 'no source given',
  },
  author: {
    class: 'none',
    label: 'Article’s own voice',
    short: 'article’s voice',
    key: '9',
    source: 'none',
    definition: 'The article states it itself, with no attribution.',
    example: 'The bridge will close in May.',
    unnamed: 'the article’s own voice',
  },
  impersonal: {
    class: 'none',
    label: 'Impersonal',
    short: 'impersonal',
    key: '0',
    source: 'none',
    definition: '“It is known that”: someone is said to know, nobody is said.',
    example: 'It is known that the bridge is unsafe.',
    unnamed: 'nobody named: impersonal',
  },
  unresolved: {
    class: 'none',
    label: 'Unresolved',
    short: 'unresolved',
    key: '-',
    source: 'none',
    definition: 'An attribution is there, but who it points to cannot be told.',
    example: 'They said it would close, he added.',
    unnamed: 'nobody named: unresolved',
  },
};

/** The badge letter (never colour alone) and the name of each class. */
export const SOURCE_CLASS_FACTS: Readonly<Record<SourceClass, { readonly letter: string; readonly label: string }>> = {
  record: { letter: 'R', label: 'On the record' },
  relay: { letter: 'N', label: 'News relay' },
  document: { letter: 'D', label: 'Document' },
  anonymous: { letter: 'A', label: 'Anonymous' },
  unnamed: { letter: 'U', label: 'Unnamed' },
  none: { letter: '0', label: 'No source' },
};

export function toSourceClass(type: SourceType): SourceClass {
  return SOURCE_TYPE_FACTS[type].class;
}

/** The types of one class, in order. */
export function typesOfClass(sourceClass: SourceClass): readonly SourceType[] {
  return SOURCE_TYPES.filter((type) => SOURCE_TYPE_FACTS[type].class === sourceClass);
}
