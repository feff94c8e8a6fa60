import '@/components/agreement/agreement.css';
import type { Metadata } from 'next';
import { Suspense } from 'react';
import { AdjudicateLink } from '@/components/adjudication/adjudicate-link';
import { parseQuery } from '@/components/agreement/address';
import { AgreementBeingMeasured, AgreementPage } from '@/components/agreement/agreement-page';
import { AppBar } from '@/components/shell/app-bar';
import { ArticleCrumb } from '@/components/shell/article-crumb';
import { loadAgreement } from '@/lib/agreement/loaders';
import { loadOpenDifferences } from '@/lib/review/adjudicating/loaders';

type PageProps = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { article } = await loadAgreement((await params).id);
  return { title: `Agreement: ${article.title}` };
}

export default async function ArticleAgreementPage({ params, searchParams }: PageProps) {
  const { actor, article, work } = await loadAgreement((await params).id);
  const adjudication = await loadOpenDifferences(article.id);
  return (
    <>
      <AppBar
        actor={actor}
        crumb={<ArticleCrumb article={article} page="Agreement" />}
        right={<AdjudicateLink articleId={article.id} state={adjudication} />}
      />
      <main id="main" tabIndex={-1} className="fig agreement">
        <Suspense fallback={<AgreementBeingMeasured />}>
          <AgreementPage article={article} work={work} query={parseQuery(await searchParams)} />
        </Suspense>
      </main>
    </>
  );
}
