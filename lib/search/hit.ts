import type { TextRange } from '@/lib/text/offset';

export const SEARCH_KINDS = ['article', 'claim', 'source'] as const;
export type SearchKind = (typeof SEARCH_KINDS)[number];

/** A piece of text with the places at which what was searched for stands: ranges of `text`, in order, never overlapping. */
export type MarkedText = { readonly text: string; readonly marks: readonly TextRange[] };

/** What a claim is found by decides nothing about who may find it: that is asked of these. */
export type FoundClaim = { readonly articleId: string; readonly createdById: string; readonly state: string };

export type ClaimHit = FoundClaim & {
  readonly kind: 'claim';
  readonly id: string;
  readonly number: number;
  readonly articleTitle: string;
  readonly sourceType: string;
  readonly quote: MarkedText;
  /** Empty text where there is none. */
  readonly note: MarkedText;
  /** Who is presented as saying so; null where nobody is named. */
  readonly source: string | null;
  readonly checker: string;
};

export type ArticleHit = {
  readonly kind: 'article';
  readonly id: string;
  readonly title: MarkedText;
  /** Around the first place in the text; null where only the title has it, or it is far down. */
  readonly excerpt: MarkedText | null;
  readonly createdAt: Date;
};

export type SourceHit = {
  readonly kind: 'source';
  /** Of the source that stands for it. */
  readonly id: string;
  readonly name: MarkedText;
  /** Its other names that were found. */
  readonly aliases: readonly MarkedText[];
  /** The source it was merged into; null when it stands for itself. */
  readonly mergedInto: string | null;
};

/** One page, the newest first. `next` is the cursor of the page after it, null at the end. */
export type HitPage<Hit> = { readonly hits: readonly Hit[]; readonly next: number | null };
