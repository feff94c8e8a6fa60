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
    unnamed: 'no source given',
  },
  named_organization: {
    class: 'record',
    label: 'Named organisation',
    short: 'organisation',
    key: '2',
    source: 'required',
    unnamed: 'no source given',
  },
  news_organization: {
    class: 'relay',
    label: 'News organisation',
    short: 'news organisation',
    key: '3',
    source: 'required',
    unnamed: 'no source given',
  },
  document: {
    class: 'document',
    label: 'Document',
    short: 'document',
    key: '4',
    source: 'required',
    unnamed: 'no source given',
  },
  anonymous_source: {
    class: 'anonymous',
    label: 'Anonymous, described',
    short: 'described',
    key: '5',
    source: 'required',
    unnamed: 'no source given',
  },
  unspecified_source: {
    class: 'anonymous',
    label: 'Anonymous, bare',
    short: 'bare “sources”',
    key: '6',
    source: 'optional',
    unnamed: 'bare “sources”',
  },
  unnamed_person: {
    class: 'unnamed',
    label: 'Unnamed person',
    short: 'person',
    key: '7',
    source: 'required',
    unnamed: 'no source given',
  },
  unnamed_group: {
    class: 'unnamed',
    label: 'Unnamed group',
    short: 'group',
    key: '8',
    source: 'required',
    unnamed: 'no source given',
  },
  author: {
    class: 'none',
    label: 'Article’s own voice',
    short: 'article’s voice',
    key: '9',
    source: 'none',
    unnamed: 'the article’s own voice',
  },
  impersonal: {
    class: 'none',
    label: 'Impersonal',
    short: 'impersonal',
    key: '0',
    source: 'none',
    unnamed: 'nobody named: impersonal',
  },
  unresolved: {
    class: 'none',
    label: 'Unresolved',
    short: 'unresolved',
    key: '-',
    source: 'none',
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
