import type { Metadata } from 'next';
import { AppBar } from '@/components/shell/app-bar';
import { ArticleCrumb } from '@/components/shell/article-crumb';
import { HistoryPage } from '@/components/trail/history-page';
import { loadHistoryPage } from '@/lib/trail/loaders';
import { parseBefore } from '@/lib/trail/schema';

type PageProps = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

async function load({ params, searchParams }: PageProps) {
  const { before } = await searchParams;
  const from = parseBefore(typeof before === 'string' ? before : null);
  return { from, ...(await loadHistoryPage((await params).id, from)) };
}

export async function generateMetadata(props: PageProps): Promise<Metadata> {
  const { claim } = await load(props);
  return { title: `History of C${claim.number}: ${claim.article.title}` };
}

export default async function ClaimHistoryPage(props: PageProps) {
  const { actor, from, ...trail } = await load(props);
  return (
    <>
      <AppBar actor={actor} crumb={<ArticleCrumb article={trail.claim.article} page={`C${trail.claim.number}`} />} />
      <main id="main" tabIndex={-1} className="mx-auto max-w-[860px] px-4.5 pt-9 pb-16">
        <HistoryPage trail={trail} userId={actor.userId} older={from !== null} />
      </main>
    </>
  );
}
