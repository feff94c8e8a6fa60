import type { Metadata } from 'next';
import { AppBar } from '@/components/shell/app-bar';
import { ArticleCrumb } from '@/components/shell/article-crumb';
import { OlderLink } from '@/components/trail/older-link';
import { TrailFilterForm } from '@/components/trail/trail-filter';
import { TrailList } from '@/components/trail/trail-list';
import { loadArticleTrail } from '@/lib/trail/loaders';
import { parseBefore, parseTrailFilter } from '@/lib/trail/schema';

type PageProps = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export const metadata: Metadata = { title: 'Trail' };

export default async function ArticleTrailPage({ params, searchParams }: PageProps) {
  const asked = await searchParams;
  const filter = parseTrailFilter(asked);
  const from = parseBefore(typeof asked.before === 'string' ? asked.before : null);
  const { actor, article, people, entries, before } = await loadArticleTrail((await params).id, filter, from);
  const older = new URLSearchParams({ person: filter.personId ?? '', kind: filter.kind ?? '', before: `${before}` });
  return (
    <>
      <AppBar actor={actor} crumb={<ArticleCrumb article={article} page="Trail" />} />
      <main id="main" tabIndex={-1} className="mx-auto max-w-[860px] px-4.5 pt-9 pb-16">
        <header className="grid gap-2 pb-5">
          <h1 className="display text-h1">Trail</h1>
          <p className="max-w-[66ch] text-ink-2">
            Everything that was written about this article and its claims, the newest first. Nothing here can be changed or removed:{' '}
            <code>hearsay verify</code> checks that it was not.
          </p>
        </header>
        <TrailFilterForm filter={filter} people={people} />
        {entries.length === 0 ? <p className="text-ink-3">Nothing like this was written down.</p> : null}
        <TrailList entries={entries} userId={actor.userId} named />
        <OlderLink href={before === null ? null : `/articles/${article.id}/trail?${older}`} />
      </main>
    </>
  );
}
