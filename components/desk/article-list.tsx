import Link from 'next/link';
import type { ReactNode } from 'react';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import { ListHead } from '@/components/ui/list-head';
import { CLAIM_STATE_LABELS } from '@/lib/claims/claim-state';
import { MANY_CHOSEN_MAX } from '@/lib/export/many/names';
import { ARTICLE_STATE_LABELS, type ArticleProgress } from '@/lib/review/progress';
import { ARTICLES_SHOWN, type ArticleFilter, filterArticles, isFiltered, NO_FILTER, toDeskAddress } from './article-filter';
import { ArticleFilterBar } from './article-filter-bar';
import { ArticleRow } from './article-row';
import { ExportSeveral } from './export-several';

/** From this many on, a list is worth narrowing. */
const WORTH_FILTERING = 8;

type ArticleListProps = {
  articles: readonly ArticleProgress[];
  filter: ArticleFilter;
  canReview: boolean;
  canCreate: boolean;
  /** Who may export, by whom their choices are kept; null for those who may not. */
  exporterId: string | null;
  /** An article's topic, to read and to change. */
  toTopic: (article: ArticleProgress) => ReactNode;
  /** Who checks an article, for those it is shown to. */
  toAssignment?: (article: ArticleProgress) => ReactNode;
};

export function ArticleList({ articles, filter, canReview, canCreate, exporterId, toTopic, toAssignment }: ArticleListProps) {
  const matching = filterArticles(articles, filter);
  const rows = matching.slice(0, filter.shown);
  const more = Math.min(ARTICLES_SHOWN, matching.length - rows.length);
  return (
    <section aria-labelledby="articles" className="grid">
      <ListHead id="articles" title="Articles" count={isFiltered(filter) ? `${matching.length} of ${articles.length}` : articles.length}>
        {exporterId !== null && matching.length > 1 ? (
          <ExportSeveral
            userId={exporterId}
            articles={matching.slice(0, MANY_CHOSEN_MAX).map(({ id, title }) => ({ id, title }))}
            more={Math.max(0, matching.length - MANY_CHOSEN_MAX)}
          />
        ) : undefined}
      </ListHead>
      {articles.length >= WORTH_FILTERING || isFiltered(filter) ? <ArticleFilterBar articles={articles} filter={filter} /> : null}
      {articles.length === 0 ? <NoArticles canCreate={canCreate} /> : null}
      {articles.length > 0 && matching.length === 0 ? <NoMatch filter={filter} /> : null}
      {rows.length === 0 ? null : (
        <ul className="border-rule border-b">
          {rows.map((article) => (
            <ArticleRow
              key={article.id}
              article={article}
              canReview={canReview}
              topic={toTopic(article)}
              assignment={toAssignment?.(article)}
            />
          ))}
        </ul>
      )}
      {more <= 0 ? null : (
        <p className="flex items-center gap-3 pt-4">
          <LinkButton href={toDeskAddress({ ...filter, shown: filter.shown + ARTICLES_SHOWN })} scroll={false}>
            Show {more} more
          </LinkButton>
          <span className="text-small text-ink-3">
            {rows.length} of {matching.length} shown
          </span>
        </p>
      )}
    </section>
  );
}

function NoArticles({ canCreate }: { canCreate: boolean }) {
  return (
    <div className="border-rule border-t">
      <EmptyState
        title="No article yet."
        action={
          canCreate ? (
            <LinkButton href="/articles/new" tone="primary">
              New article
            </LinkButton>
          ) : undefined
        }
      >
        Paste a text or choose a file. Then mark who says what in it.
      </EmptyState>
    </div>
  );
}

function NoMatch({ filter }: { filter: ArticleFilter }) {
  const parts = [
    filter.q === '' ? '' : `with “${filter.q}” in its title`,
    filter.topic === '' ? '' : `with the topic “${filter.topic}”`,
    filter.state === null ? '' : `in the state “${ARTICLE_STATE_LABELS[filter.state]}”`,
    filter.has === null ? '' : `with a claim that is ${CLAIM_STATE_LABELS[filter.has].toLowerCase()}`,
  ];
  return (
    <div className="border-rule border-t">
      <EmptyState title="No article matches." action={<Link href={toDeskAddress(NO_FILTER)}>Show all articles</Link>}>
        There is none {parts.filter(Boolean).join(', ')}.
      </EmptyState>
    </div>
  );
}
