import '@/components/editor/editor.css';
import '@/components/editor/attribution.css';
import type { Metadata } from 'next';
import { ActingAs } from '@/components/acting/acting-as';
import { AdjudicateLink } from '@/components/adjudication/adjudicate-link';
import { DetailsButton } from '@/components/articles/details-button';
import { TopicSuggestions } from '@/components/articles/topic-suggestions';
import { PartButton } from '@/components/assignments/part-button';
import { AnnotateTools } from '@/components/editor/bar/annotate-tools';
import { AnnotateSession } from '@/components/editor/session/session-context';
import { AnnotateWorkspace } from '@/components/editor/workspace';
import { AppBar } from '@/components/shell/app-bar';
import { factsOf } from '@/lib/articles/facts';
import { loadTopics } from '@/lib/articles/loaders';
import { loadAnnotation } from '@/lib/claims/loaders';
import { loadOpenDifferences } from '@/lib/review/adjudicating/loaders';

type PageProps = { params: Promise<{ id: string }> };

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { article } = await loadAnnotation((await params).id);
  return { title: article.title };
}

export default async function AnnotatePage({ params }: PageProps) {
  const { actor, article, version, revision, claims, sources, groups, checking, own, seq } = await loadAnnotation((await params).id);
  const [topics, adjudication] = await Promise.all([loadTopics(), loadOpenDifferences(article.id)]);
  const data = {
    actor,
    article: { id: article.id, title: article.title, deskId: article.deskId },
    revision: { id: revision.id, number: revision.number, text: revision.text, words: revision.words, sha256: revision.sha256 },
    claims,
    sources,
    groups,
    checking,
  };
  return (
    <AnnotateSession key={`${article.id} ${actor.userId}`} data={data} since={seq}>
      <AppBar
        actor={actor}
        crumb={
          <>
            <b className="truncate font-medium max-sm:sr-only" title={article.title}>
              <bdi>{article.title}</bdi>
            </b>
            <TopicSuggestions topics={topics} />
            <DetailsButton article={{ id: article.id, title: article.title, ...factsOf(article), version }} userId={actor.userId} />
          </>
        }
        right={
          <>
            {own === null ? null : (
              <ActingAs userId={actor.userId}>
                <PartButton article={{ id: article.id, title: article.title }} part={own} />
              </ActingAs>
            )}
            <AdjudicateLink articleId={article.id} state={adjudication} className="max-lg:hidden" />
            <AnnotateTools />
          </>
        }
      />
      <AnnotateWorkspace />
    </AnnotateSession>
  );
}
