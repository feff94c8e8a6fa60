import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { NewArticleForm } from '@/components/articles/new-article-form';
import { AppBar } from '@/components/shell/app-bar';
import { requireActor } from '@/lib/auth/auth';
import { TEXT_MAX_BYTES } from '@/lib/import/decode-text';
import { can } from '@/lib/permissions/permissions';

export const metadata: Metadata = { title: 'New article' };

export default async function NewArticlePage() {
  const actor = await requireActor();
  if (!can(actor, 'article.create', { deskId: actor.deskId })) notFound();
  return (
    <>
      <AppBar actor={actor} at="new" />
      <main id="main" tabIndex={-1} className="mx-auto grid w-full max-w-[760px] gap-5 px-4.5 pt-6 pb-18">
        <h1 className="display text-h2">New article</h1>
        <NewArticleForm userId={actor.userId} maxBytes={TEXT_MAX_BYTES} />
      </main>
    </>
  );
}
