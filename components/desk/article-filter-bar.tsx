import Link from 'next/link';
import { topicsOf } from '@/lib/articles/topic';
import { CLAIM_STATE_LABELS } from '@/lib/claims/claim-state';
import { ARTICLE_STATE_LABELS, ARTICLE_STATES, type ArticleProgress } from '@/lib/review/progress';
import { type ArticleFilter, countStates, NO_FILTER, toDeskAddress } from './article-filter';
import { TitleSearch } from './title-search';

/** Narrows the list by address alone: every state of it can be linked to, and it works before any script has loaded. */
export function ArticleFilterBar({ articles, filter }: { articles: readonly ArticleProgress[]; filter: ArticleFilter }) {
  const counts = countStates(articles);
  const { q, has, topic } = filter;
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 pb-3">
      <nav aria-label="Articles by state" className="-mx-2 flex flex-wrap">
        <FilterLink
          href={toDeskAddress({ ...NO_FILTER, q, has, topic })}
          current={filter.state === null}
          label="All"
          count={articles.length}
        />
        {ARTICLE_STATES.map((state) => (
          <FilterLink
            key={state}
            href={toDeskAddress({ ...NO_FILTER, q, has, topic, state })}
            current={filter.state === state}
            label={ARTICLE_STATE_LABELS[state]}
            count={counts[state]}
          />
        ))}
      </nav>
      <TitleSearch filter={filter} topics={topicsOf(articles)} />
      {has === null ? null : (
        <p className="basis-full text-small text-ink-2">
          Only articles with a claim that is {CLAIM_STATE_LABELS[has].toLowerCase()}.{' '}
          <Link href={toDeskAddress({ ...filter, has: null })}>Show all</Link>
        </p>
      )}
    </div>
  );
}

function FilterLink({ href, current, label, count }: { href: string; current: boolean; label: string; count: number }) {
  return (
    <Link
      href={href}
      scroll={false}
      aria-current={current ? 'true' : undefined}
      className="filter-link inline-flex h-7 items-center gap-1.5 rounded-m px-2 text-small text-ink-2 no-underline hover:bg-hover hover:text-ink aria-[current=true]:bg-hover aria-[current=true]:font-strong aria-[current=true]:text-ink"
    >
      {label} <span className="text-ink-3">{count}</span>
    </Link>
  );
}
