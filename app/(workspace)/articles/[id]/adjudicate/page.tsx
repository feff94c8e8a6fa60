import type { Metadata } from 'next';
import { AdjudicationScreen } from '@/components/adjudication/adjudication-screen';
import { Refused } from '@/components/adjudication/refused';
import { AppBar } from '@/components/shell/app-bar';
import { ArticleCrumb } from '@/components/shell/article-crumb';
import { loadAdjudication } from '@/lib/review/adjudicating/loaders';

type PageProps = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { article } = await loadAdjudication((await params).id);
  return { title: `Adjudicate: ${article.title}` };
}

export default async function AdjudicatePage({ params, searchParams }: PageProps) {
  const { actor, article, refusal, view } = await loadAdjudication((await params).id);
  const { at } = await searchParams;
  const place = { id: article.id, title: article.title };
  return (
    <div className="grid h-dvh grid-cols-[minmax(0,1fr)] grid-rows-[auto_minmax(0,1fr)] max-[819px]:h-auto">
      <AppBar actor={actor} crumb={<ArticleCrumb article={article} page="Adjudicate" />} />
      <main id="main" tabIndex={-1} className="min-h-0">
        {view === null ? (
          <Refused article={place} why={refusal.message} />
        ) : (
          <AdjudicationScreen
            article={place}
            me={{ id: actor.userId, name: actor.name }}
            view={view}
            at={typeof at === 'string' ? at : null}
          />
        )}
      </main>
    </div>
  );
}
