import type { Grade } from './grade';

/** What kind of entity a source is, however an article presents it. */
export const SOURCE_KINDS = ['person', 'organization', 'news_organization', 'document', 'unnamed'] as const;
export type SourceKind = (typeof SOURCE_KINDS)[number];

export const SOURCE_KIND_LABELS: Readonly<Record<SourceKind, string>> = {
  person: 'Person',
  organization: 'Organisation',
  news_organization: 'News organisation',
  document: 'Document',
  unnamed: 'Unnamed',
};

/** A source as everything else refers to it: the one that stands for all it was merged with. */
export type Source = {
  readonly id: string;
  readonly name: string;
  readonly kind: SourceKind;
  /** Only there when the desk has retracted it. */
  readonly retracted?: true | undefined;
};

/** A source as the finder lists it: those of this article first, most used first. */
export type SourceOption = Omit<Source, 'retracted'> & {
  /** Claims of the article, and of the desk, that lean on it: by their tag or anywhere in their chain; each counted once. */
  readonly claimsHere: number;
  readonly claimsOnDesk: number;
  /** The alias or merged name that was found, where its own name does not hold what was typed. */
  readonly alsoKnownAs: string | null;
  readonly retracted: boolean;
  /** Null when the desk has not graded it. */
  readonly grade: Grade | null;
  /** What a write to it has to name. */
  readonly version: number;
};

/** A source that was named a moment ago, of which nothing else is known yet. */
export function toNewOption(source: Source): SourceOption {
  return { ...source, claimsHere: 0, claimsOnDesk: 0, alsoKnownAs: null, retracted: false, grade: null, version: 1 };
}

export const SOURCE_NAME_MAX = 300;

/**
 * A name folded for comparison: NFKC, lower case, white space collapsed, characters that cannot be seen left out
 * (soft hyphens and zero-width spaces come along when a name is copied from a page). Two sources of a desk never
 * share it. Folding a folded name changes nothing.
 */
export function toNameKey(name: string): string {
  const visible = name.normalize('NFKC').replace(/\p{Default_Ignorable_Code_Point}/gu, '');
  return visible.toLowerCase().normalize('NFKC').replace(/\s+/gu, ' ').trim();
}
