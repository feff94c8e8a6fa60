/** What kind of entity a source is, however an article presents it. */
export const SOURCE_KINDS = ['person', 'organization', 'news_organization', 'document', 'unnamed'] as const;
export type SourceKind = (typeof SOURCE_KINDS)[number];

export type Source = { readonly id: string; readonly name: string; readonly kind: SourceKind };

/** A source as the finder lists it: those of this article first, most used first. */
export type SourceOption = Source & {
  readonly claimsHere: number;
  readonly claimsOnDesk: number;
};

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
