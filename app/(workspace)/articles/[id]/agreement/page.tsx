import '@/components/agreement/agreement.css';
import type { Metadata } from 'next';
import Link from 'next/link';
import { parseQuery } from '@/components/agreement/address';
import { AgreementPage } from '@/components/agreement/agreement-page';
import { AppBar } from '@/components/shell/app-bar';
import { loadAgreement } from '@/lib/agreement/loaders';

type PageProps = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { article } = await loadAgreement((await params).id);
  return { title: `Agreement: ${article.title}` };
}

export default async function ArticleAgreementPage({ params, searchParams }: PageProps) {
  const { actor, article, report } = await loadAgreement((await params).id);
  return (
    <>
      <AppBar
        actor={actor}
        crumb={
          <>
            <Link href={`/articles/${article.id}`} className="truncate font-medium no-underline hover:underline" title={article.title}>
              <bdi>{article.title}</bdi>
            </Link>
            <span aria-hidden="true" className="text-ink-3">
              ›
            </span>
            <b className="flex-none font-medium">Agreement</b>
          </>
        }
      />
      <main id="main" tabIndex={-1} className="agreement">
        <AgreementPage article={article} report={report} query={parseQuery(await searchParams)} />
      </main>
    </>
  );
}
