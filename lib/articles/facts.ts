/** What a desk says about an article beside its text: all of it may be left open. */
export type ArticleFacts = {
  /** What it is about, on one line; empty where nobody said. */
  readonly topic: string;
  /** Who published it, on one line; empty where nobody said. */
  readonly outlet: string;
  /** The day it was published, as 2026-03-01; null where nobody said. */
  readonly publishedOn: string | null;
};

/** The same in the version it was read in. */
export type ArticleFactsVersion = ArticleFacts & { readonly version: number };

export const NO_ARTICLE_FACTS: ArticleFacts = { topic: '', outlet: '', publishedOn: null };

/** The longest name of an outlet, in Unicode code points. */
export const OUTLET_MAX = 120;

/** The facts alone, of whatever has them. */
export function factsOf({ topic, outlet, publishedOn }: ArticleFacts): ArticleFacts {
  return { topic, outlet, publishedOn };
}
