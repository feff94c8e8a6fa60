import type { Metadata } from 'next';
import { ActingAs } from '@/components/acting/acting-as';
import { OutcomeList } from '@/components/adjudication/outcome-list';
import { RowAdjudication } from '@/components/adjudication/row-adjudication';
import { DetailsButton } from '@/components/articles/details-button';
import { TopicSuggestions } from '@/components/articles/topic-suggestions';
import { Colleagues } from '@/components/assignments/colleagues';
import { DeskOfEditors, LateWork } from '@/components/assignments/desk-of-editors';
import { OwnWork } from '@/components/assignments/own-work';
import { RowAssignment } from '@/components/assignments/row-assignment';
import { ForYou } from '@/components/comments/for-you';
import { parseArticleFilter } from '@/components/desk/article-filter';
import { ArticleList } from '@/components/desk/article-list';
import { DeskHead } from '@/components/desk/desk-head';
import { FixedList } from '@/components/desk/fixed-list';
import { ReturnedList } from '@/components/desk/returned-list';
import { AppBar } from '@/components/shell/app-bar';
import { factsOf } from '@/lib/articles/facts';
import { topicsOf } from '@/lib/articles/topic';
import { loadNotices } from '@/lib/comments/notices/loaders';
import { can } from '@/lib/permissions/permissions';
import { loadHouse } from '@/lib/report/house/loaders';
import { loadAdjudicating, loadRecentOutcomes } from '@/lib/review/adjudicating/loaders';
import { loadDesk, loadDeskOfEditors } from '@/lib/review/loaders';

export const metadata: Metadata = { title: 'Desk' };

type DeskPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function DeskPage({ searchParams }: DeskPageProps) {
  const [{ actor, sight, returned, fixed, drafts, waiting, articles, work, assignments }, editors, notices, outcomes, adjudicating, house] =
    await Promise.all([loadDesk(), loadDeskOfEditors(), loadNotices(), loadRecentOutcomes(), loadAdjudicating(), loadHouse()]);
  const filter = parseArticleFilter(await searchParams);
  const desk = { deskId: actor.deskId };
  const canReview = can(actor, 'queue.view', desk);
  return (
    <>
      <AppBar actor={actor} at="desk" />
      <main id="main" tabIndex={-1} className="mx-auto grid w-full max-w-[1040px] grid-cols-1 gap-9 px-4.5 pt-6 pb-18">
        <ActingAs userId={actor.userId}>
          <Colleagues all={editors?.colleagues ?? []}>
            <DeskHead returned={returned.length} drafts={drafts} waiting={waiting} canReview={canReview} />
            {returned.length === 0 ? null : <ReturnedList items={returned} />}
            {fixed.length === 0 ? null : <FixedList items={fixed} />}
            {outcomes.length === 0 ? null : <OutcomeList outcomes={outcomes} />}
            <ForYou notices={notices} userId={actor.userId} />
            {editors === null ? null : <LateWork late={editors.late} />}
            <OwnWork work={work} />
            {editors === null ? null : <DeskOfEditors workload={editors.workload} reasons={editors.reasons} house={house} />}
            <TopicSuggestions topics={topicsOf(articles)} />
            <ArticleList
              articles={articles}
              filter={filter}
              canReview={canReview}
              canCreate={can(actor, 'article.create', desk)}
              exporterId={can(actor, 'article.export', desk) ? actor.userId : null}
              toTopic={({ id, title, version, ...article }) =>
                can(actor, 'article.edit', desk) ? (
                  <DetailsButton article={{ id, title, ...factsOf(article), version }} userId={actor.userId} refresh />
                ) : (
                  article.topic || null
                )
              }
              toAssignment={({ id, title }) => (
                <>
                  <RowAssignment
                    article={{ id, title }}
                    assignment={assignments.get(id)}
                    limited={sight.limited.has(id)}
                    canAssign={can(actor, 'assignment.edit', desk)}
                  />
                  <RowAdjudication articleId={id} progress={adjudicating.get(id)} />
                </>
              )}
            />
          </Colleagues>
        </ActingAs>
      </main>
    </>
  );
}
