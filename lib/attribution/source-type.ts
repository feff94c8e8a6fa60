import { ATTRIBUTION } from '@/lib/frame/en/attribution';

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
  named_person: { ...ATTRIBUTION.types.named_person, class: 'record', key: '1', source: 'required' },
  named_organization: { ...ATTRIBUTION.types.named_organization, class: 'record', key: '2', source: 'required' },
  news_organization: { ...ATTRIBUTION.types.news_organization, class: 'relay', key: '3', source: 'required' },
  document: { ...ATTRIBUTION.types.document, class: 'document', key: '4', source: 'required' },
  anonymous_source: { ...ATTRIBUTION.types.anonymous_source, class: 'anonymous', key: '5', source: 'required' },
  unspecified_source: { ...ATTRIBUTION.types.unspecified_source, class: 'anonymous', key: '6', source: 'optional' },
  unnamed_person: { ...ATTRIBUTION.types.unnamed_person, class: 'unnamed', key: '7', source: 'required' },
  unnamed_group: { ...ATTRIBUTION.types.unnamed_group, class: 'unnamed', key: '8', source: 'required' },
  author: { ...ATTRIBUTION.types.author, class: 'none', key: '9', source: 'none' },
  impersonal: { ...ATTRIBUTION.types.impersonal, class: 'none', key: '0', source: 'none' },
  unresolved: { ...ATTRIBUTION.types.unresolved, class: 'none', key: '-', source: 'none' },
};

/** The badge letter (never colour alone) and the name of each class. */
export const SOURCE_CLASS_FACTS: Readonly<Record<SourceClass, { readonly letter: string; readonly label: string }>> = {
  record: { letter: 'R', label: ATTRIBUTION.classes.record },
  relay: { letter: 'N', label: ATTRIBUTION.classes.relay },
  document: { letter: 'D', label: ATTRIBUTION.classes.document },
  anonymous: { letter: 'A', label: ATTRIBUTION.classes.anonymous },
  unnamed: { letter: 'U', label: ATTRIBUTION.classes.unnamed },
  none: { letter: '0', label: ATTRIBUTION.classes.none },
};

export function toSourceClass(type: SourceType): SourceClass {
  return SOURCE_TYPE_FACTS[type].class;
}

/** The types of one class, in order. */
export function typesOfClass(sourceClass: SourceClass): readonly SourceType[] {
  return SOURCE_TYPES.filter((type) => SOURCE_TYPE_FACTS[type].class === sourceClass);
}
