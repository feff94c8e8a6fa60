import { describe, expect, it } from 'vitest';
import { countStates, filterArticles, NO_FILTER, parseArticleFilter, toDeskAddress } from '@/components/desk/article-filter';
import { type ArticleProgress, type ClaimCounts, NO_CLAIMS } from '@/lib/review/progress';

function article(title: string, counts: Partial<ClaimCounts> = {}, topic = ''): ArticleProgress {
  const createdBy = { id: 'u', name: 'Checker A' };
  return {
    id: title,
    deskId: 'd',
    title,
    topic,
    outlet: '',
    publishedOn: null,
    version: 1,
    createdAt: new Date(0),
    createdBy,
    words: 1,
    counts: { ...NO_CLAIMS, ...counts },
  };
}

const articles = [
  article('Straße in Bélgrade', { draft: 1, approved: 3 }),
  article('Close Putin Ally', { submitted: 2 }, 'War in Ukraine'),
  article('Budget'),
  article('Old news', { approved: 2, rejected: 1 }),
];
const titles = (filter: Partial<typeof NO_FILTER>) => filterArticles(articles, { ...NO_FILTER, ...filter }).map(({ title }) => title);

describe('filterArticles', () => {
  it('finds a title by all of its words in any order, without case or accents', () => {
    expect(titles({ q: 'BELGRADE str' })).toEqual(['Straße in Bélgrade']);
    expect(titles({ q: 'belgrade putin' })).toEqual([]);
  });

  it('keeps articles in a state, and articles with a claim in a state', () => {
    expect(titles({ state: 'untouched' })).toEqual(['Budget']);
    expect(titles({ state: 'done' })).toEqual(['Old news']);
    expect(titles({ has: 'approved' })).toEqual(['Straße in Bélgrade', 'Old news']);
  });

  it('keeps articles with exactly the topic', () => {
    expect(titles({ topic: 'War in Ukraine' })).toEqual(['Close Putin Ally']);
    expect(titles({ topic: 'War' })).toEqual([]);
  });

  it('shows every article without a filter', () => {
    expect(titles({})).toHaveLength(4);
  });
});

it('counts each article in one state', () => {
  expect(countStates(articles)).toEqual({ untouched: 1, in_progress: 1, in_review: 1, done: 1 });
});

describe('parseArticleFilter', () => {
  it('reads back every address that it writes', () => {
    const filter = { q: 'a & b', state: 'done', has: 'draft', topic: 'War & peace', shown: 100 } as const;
    const params = Object.fromEntries(new URL(toDeskAddress(filter), 'http://x').searchParams);
    expect(parseArticleFilter(params)).toEqual(filter);
    expect(toDeskAddress(NO_FILTER)).toBe('/');
  });

  it('drops what it does not know', () => {
    expect(parseArticleFilter({ q: ['a', 'b'], state: 'gone', has: '', shown: '-1' })).toEqual(NO_FILTER);
    expect(parseArticleFilter({ shown: 'NaN' })).toEqual(NO_FILTER);
  });
});
