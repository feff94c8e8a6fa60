import type { Metadata } from 'next';
import { PublicationView } from '@/components/publication/publication-view';
import { AppBar } from '@/components/shell/app-bar';
import { ArticleCrumb } from '@/components/shell/article-crumb';
import { LinkButton } from '@/components/ui/link-button';
import { getEnv } from '@/lib/env';
import { loadPublicationPage } from '@/lib/publication/loaders';

export const metadata: Metadata = { title: 'Published report' };

export default async function PublicationPage({ params }: { params: Promise<{ id: string }> }) {
  const { actor, article, ...shown } = await loadPublicationPage((await params).id);
  return (
    <>
      <AppBar
        actor={actor}
        crumb={<ArticleCrumb article={article} page="Report" />}
        right={
          <LinkButton href="/reports" tone="quiet" prefetch={false} className="max-sm:hidden">
            All reports
          </LinkButton>
        }
      />
      <main id="main" tabIndex={-1} className="mx-auto grid max-w-[760px] gap-5 px-4.5 pt-9 pb-16">
        <h1 className="display text-h2">Published report</h1>
        <PublicationView userId={actor.userId} articleId={article.id} home={getEnv().home} {...shown} />
      </main>
    </>
  );
}
