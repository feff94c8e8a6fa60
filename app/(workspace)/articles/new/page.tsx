import type { Metadata } from 'next';
import { NewArticleForm } from '@/components/articles/new-article-form';
import { TopicSuggestions } from '@/components/articles/topic-suggestions';
import { AppBar } from '@/components/shell/app-bar';
import { loadNewArticle } from '@/lib/articles/loaders';
import { TEXT_MAX_BYTES } from '@/lib/import/decode-text';

export const metadata: Metadata = { title: 'New article' };

export default async function NewArticlePage() {
  const { actor, topics } = await loadNewArticle();
  return (
    <>
      <AppBar actor={actor} at="new" />
      <main id="main" tabIndex={-1} className="mx-auto grid w-full max-w-[760px] gap-5 px-4.5 pt-6 pb-18">
        <h1 className="display text-h2">New article</h1>
        <TopicSuggestions topics={topics} />
        <NewArticleForm userId={actor.userId} maxBytes={TEXT_MAX_BYTES} />
      </main>
    </>
  );
}
