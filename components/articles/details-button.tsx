'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { toast } from '@/components/ui/toast';
import type { ArticleFactsVersion } from '@/lib/articles/facts';
import { DetailsDialog } from './details-dialog';

type DetailsButtonProps = {
  article: ArticleFactsVersion & { readonly id: string; readonly title: string };
  userId: string;
  /** Whether the page shows more of the details than this button does. */
  refresh?: boolean;
};

/** An article's topic, or its outlet where it has none; pressed, its details are said or changed. */
export function DetailsButton({ article, userId, refresh = false }: DetailsButtonProps) {
  const router = useRouter();
  const [open, setOpen] = useState(false);
  // What was saved here is known before the page is read again.
  const [saved, setSaved] = useState<ArticleFactsVersion>(article);
  const { topic, outlet, publishedOn, version } = article.version > saved.version ? article : saved;
  const shown = topic === '' ? outlet : topic;

  function show(next: ArticleFactsVersion): void {
    setSaved(next);
    setOpen(false);
    toast('The article details are saved.');
    if (refresh) router.refresh();
  }

  return (
    <>
      <button
        type="button"
        className="topic-button"
        onClick={() => setOpen(true)}
        title={shown === '' ? undefined : 'Change the article details'}
        aria-haspopup="dialog"
      >
        {shown === '' ? (
          'Add details'
        ) : (
          <>
            <span className="sr-only">{topic === '' ? 'Outlet: ' : 'Topic: '}</span>
            <bdi>{shown}</bdi>
          </>
        )}
      </button>
      {open ? (
        <DetailsDialog
          article={{ id: article.id, title: article.title, topic, outlet, publishedOn, version }}
          userId={userId}
          onSaved={show}
          onClose={() => setOpen(false)}
        />
      ) : null}
    </>
  );
}
