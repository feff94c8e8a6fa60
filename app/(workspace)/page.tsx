import type { Metadata } from 'next';
import { TopicButton } from '@/components/articles/topic-button';
import { TopicSuggestions } from '@/components/articles/topic-suggestions';
import { parseArticleFilter } from '@/components/desk/article-filter';
import { ArticleList } from '@/components/desk/article-list';
import { DeskHead } from '@/components/desk/desk-head';
import { FixedList } from '@/components/desk/fixed-list';
import { ReturnedList } from '@/components/desk/returned-list';
import { AppBar } from '@/components/shell/app-bar';
import { topicsOf } from '@/lib/articles/topic';
import { can } from '@/lib/permissions/permissions';
import { loadDesk } from '@/lib/review/loaders';

export const metadata: Metadata = { title: 'Desk' };

type DeskPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function DeskPage({ searchParams }: DeskPageProps) {
  const { actor, returned, fixed, drafts, waiting, articles } = await loadDesk();
  const filter = parseArticleFilter(await searchParams);
  const desk = { deskId: actor.deskId };
  const canReview = can(actor, 'queue.view', desk);
  return (
    <>
      <AppBar actor={actor} at="desk" />
      <main id="main" tabIndex={-1} className="mx-auto grid w-full max-w-[1040px] gap-9 px-4.5 pt-6 pb-18">
        <DeskHead returned={returned.length} drafts={drafts} waiting={waiting} canReview={canReview} />
        {returned.length === 0 ? null : <ReturnedList items={returned} />}
        {fixed.length === 0 ? null : <FixedList items={fixed} />}
        <TopicSuggestions topics={topicsOf(articles)} />
        <ArticleList
          articles={articles}
          filter={filter}
          canReview={canReview}
          canCreate={can(actor, 'article.create', desk)}
          toTopic={({ id, title, topic, version }) =>
            can(actor, 'article.edit', desk) ? (
              <TopicButton article={{ id, title, topic, version }} userId={actor.userId} refresh />
            ) : (
              topic || null
            )
          }
        />
      </main>
    </>
  );
}
