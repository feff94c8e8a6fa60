import '@/components/editor/editor.css';
import '@/components/editor/attribution.css';
import type { Metadata } from 'next';
import { AnnotateTools } from '@/components/editor/bar/annotate-tools';
import { AnnotateSession } from '@/components/editor/session/session-context';
import { AnnotateWorkspace } from '@/components/editor/workspace';
import { AppBar } from '@/components/shell/app-bar';
import { loadAnnotation } from '@/lib/claims/loaders';

type PageProps = { params: Promise<{ id: string }> };

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { article } = await loadAnnotation((await params).id);
  return { title: article.title };
}

export default async function AnnotatePage({ params }: PageProps) {
  const { actor, article, revision, claims, sources, groups, seq } = await loadAnnotation((await params).id);
  const data = {
    actor,
    article: { id: article.id, title: article.title, deskId: article.deskId },
    revision: { id: revision.id, number: revision.number, text: revision.text, words: revision.words, sha256: revision.sha256 },
    claims,
    sources,
    groups,
  };
  return (
    <AnnotateSession key={`${article.id} ${actor.userId}`} data={data} since={seq}>
      <AppBar
        actor={actor}
        crumb={
          <b className="truncate font-medium max-sm:sr-only" title={article.title}>
            <bdi>{article.title}</bdi>
          </b>
        }
        right={<AnnotateTools />}
      />
      <AnnotateWorkspace />
    </AnnotateSession>
  );
}
