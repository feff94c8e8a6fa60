import type { Metadata } from 'next';
import { OutcomePage } from '@/components/adjudication/outcome-page';
import { AppBar } from '@/components/shell/app-bar';
import { ArticleCrumb } from '@/components/shell/article-crumb';
import { loadOutcomes } from '@/lib/review/adjudicating/loaders';

type PageProps = { params: Promise<{ id: string }> };

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { article } = await loadOutcomes((await params).id);
  return { title: `Outcome: ${article.title}` };
}

export default async function ArticleOutcomePage({ params }: PageProps) {
  const { actor, article, outcomes, all } = await loadOutcomes((await params).id);
  return (
    <>
      <AppBar actor={actor} crumb={<ArticleCrumb article={article} page="Outcome" />} />
      <main id="main" tabIndex={-1} className="mx-auto grid w-full max-w-[860px] gap-5 px-4.5 pt-6 pb-18">
        <OutcomePage articleId={article.id} outcomes={outcomes} all={all} userId={actor.userId} />
      </main>
    </>
  );
}
