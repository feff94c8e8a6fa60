'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { toast } from '@/components/ui/toast';
import type { TopicVersion } from '@/lib/articles/topic';
import { TopicDialog } from './topic-dialog';

type TopicButtonProps = {
  article: TopicVersion & { readonly id: string; readonly title: string };
  userId: string;
  /** Whether the page shows more of the topic than this button does. */
  refresh?: boolean;
};

/** An article's topic; pressed, it is set or changed. */
export function TopicButton({ article, userId, refresh = false }: TopicButtonProps) {
  const router = useRouter();
  const [open, setOpen] = useState(false);
  // What was saved here is known before the page is read again.
  const [saved, setSaved] = useState<TopicVersion>(article);
  const { topic, version } = article.version > saved.version ? article : saved;

  function show(next: TopicVersion): void {
    setSaved(next);
    setOpen(false);
    toast(next.topic === '' ? 'The article has no topic now.' : `The topic is “${next.topic}” now.`);
    if (refresh) router.refresh();
  }

  return (
    <>
      <button type="button" className="topic-button" onClick={() => setOpen(true)} title={topic === '' ? undefined : 'Change the topic'}>
        {topic === '' ? (
          'Add a topic'
        ) : (
          <>
            <span className="sr-only">Topic: </span>
            <bdi>{topic}</bdi>
          </>
        )}
      </button>
      {open ? (
        <TopicDialog
          article={{ id: article.id, title: article.title, topic, version }}
          userId={userId}
          onSaved={show}
          onClose={() => setOpen(false)}
        />
      ) : null}
    </>
  );
}
