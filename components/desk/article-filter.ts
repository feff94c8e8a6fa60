import { TOPIC_MAX } from '@/lib/articles/topic';
import { CLAIM_STATES, type ClaimState } from '@/lib/claims/claim-state';
import { ARTICLE_STATES, type ArticleProgress, type ArticleState, articleState } from '@/lib/review/progress';

/** How the desk's list of articles is narrowed, as it stands in the address. */
export type ArticleFilter = {
  /** Words that all have to be in the title. */
  readonly q: string;
  readonly state: ArticleState | null;
  /** Only articles with claims in this state. */
  readonly has: ClaimState | null;
  /** Only articles with exactly this topic; empty: all. */
  readonly topic: string;
  /** How many rows are shown. */
  readonly shown: number;
};

export const ARTICLES_SHOWN = 50;

type Params = Readonly<Record<string, string | readonly string[] | undefined>>;

/** Unknown values are dropped, so that an old link still opens. */
export function parseArticleFilter(params: Params): ArticleFilter {
  const text = (name: string) => (typeof params[name] === 'string' ? params[name] : '');
  const shown = Number(text('shown'));
  return {
    q: text('q').slice(0, 200).trim(),
    state: ARTICLE_STATES.find((state) => state === text('state')) ?? null,
    has: CLAIM_STATES.find((state) => state === text('has')) ?? null,
    topic: text('topic').slice(0, 2 * TOPIC_MAX),
    shown: Number.isSafeInteger(shown) && shown > ARTICLES_SHOWN ? shown : ARTICLES_SHOWN,
  };
}

/** The address of the desk with this filter; what is at its default is left out. */
export function toDeskAddress({ q, state, has, topic, shown }: ArticleFilter): string {
  const params = new URLSearchParams();
  if (q !== '') params.set('q', q);
  if (state !== null) params.set('state', state);
  if (has !== null) params.set('has', has);
  if (topic !== '') params.set('topic', topic);
  if (shown !== ARTICLES_SHOWN) params.set('shown', String(shown));
  return params.size === 0 ? '/' : `/?${params}`;
}

export const NO_FILTER: ArticleFilter = { q: '', state: null, has: null, topic: '', shown: ARTICLES_SHOWN };

export function isFiltered({ q, state, has, topic }: ArticleFilter): boolean {
  return q !== '' || state !== null || has !== null || topic !== '';
}

/** The articles that match, in the order given. */
export function filterArticles(articles: readonly ArticleProgress[], filter: ArticleFilter): readonly ArticleProgress[] {
  const { q, state, has, topic } = filter;
  const words = fold(q).split(' ').filter(Boolean);
  return articles.filter(({ title, topic: itsTopic, counts }) => {
    if (topic !== '' && itsTopic !== topic) return false;
    if (state !== null && articleState(counts) !== state) return false;
    if (has !== null && counts[has] === 0) return false;
    const folded = fold(title);
    return words.every((word) => folded.includes(word));
  });
}

/** How many articles stand in each state. */
export function countStates(articles: readonly ArticleProgress[]): Readonly<Record<ArticleState, number>> {
  const counts = { untouched: 0, in_progress: 0, in_review: 0, done: 0 };
  for (const article of articles) counts[articleState(article.counts)]++;
  return counts;
}

/** Case and accents do not matter when a title is looked for: "belgrade" finds "Bélgrade". */
function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/gu, ' ').trim();
}
