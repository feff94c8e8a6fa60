'use client';

import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { ListHead } from '@/components/ui/list-head';
import { RelativeTime } from '@/components/ui/relative-time';
import { claimAddress } from '@/lib/claims/claim-address';
import { readNotices } from '@/lib/comments/notices/actions';
import { NOTICE_WORDS, type Notice } from '@/lib/comments/notices/notice';
import { createRetryKey } from '@/lib/delivery/retry-key';
import { troubleOfThrow } from '@/lib/delivery/trouble';

/** Read ones that are shown beside the unread. */
const READ_SHOWN = 3;

/** What the desk has for this person: what they have not read, and the last that they have. */
export function ForYou({ notices, userId }: { notices: readonly Notice[]; userId: string }) {
  const router = useRouter();
  const [all, setAll] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const [keys] = useState(() => createRetryKey());
  const unread = notices.filter((notice) => notice.unread);
  const shown = all ? notices : [...unread, ...notices.filter((notice) => !notice.unread).slice(0, unread.length === 0 ? READ_SHOWN : 0)];
  const [newest] = notices;
  if (newest === undefined) return null;

  async function read(): Promise<void> {
    const until = (newest as Notice).at.toISOString();
    try {
      const result = await readNotices({ key: keys.for(until), actorId: userId, until });
      setError(result.ok ? null : result.error.message);
      if (result.ok) router.refresh();
    } catch (thrown) {
      setError(troubleOfThrow(thrown).message);
    }
  }

  return (
    <section aria-labelledby="for-you" className="grid grid-cols-1">
      <ListHead id="for-you" title="For you" count={unread.length === 0 ? 'nothing new' : `${unread.length} new`}>
        {notices.length > shown.length || all ? (
          <Button size="s" tone="quiet" aria-expanded={all} onClick={() => setAll(!all)}>
            {all ? 'Show what is new' : `Show all ${notices.length}`}
          </Button>
        ) : null}
        {unread.length === 0 ? null : (
          <Button size="s" onClick={() => void read()}>
            Mark all as read
          </Button>
        )}
      </ListHead>
      <p role="status" className="pb-1 text-alarm text-small empty:hidden">
        {error}
      </p>
      <ul className="border-rule border-b">
        {shown.map((notice) => (
          <NoticeRow key={`${notice.kind} ${notice.id}`} notice={notice} />
        ))}
      </ul>
    </section>
  );
}

function NoticeRow({ notice: { kind, by, at, article, claim, words, unread } }: { notice: Notice }) {
  return (
    <li className="grid gap-0.5 border-rule border-t py-2.5">
      <p className="flex flex-wrap items-baseline gap-x-1.5">
        {unread ? <span className="font-medium text-pencil text-small">New</span> : null}
        <bdi className="font-medium">{by.name}</bdi> {NOTICE_WORDS[kind]}{' '}
        <Link href={claim === null ? `/articles/${article.id}` : claimAddress(article.id, claim.id)}>
          {claim === null ? null : `C${claim.number} in `}
          <bdi>{article.title}</bdi>
        </Link>
        <RelativeTime at={at} className="text-ink-3 text-small" />
      </p>
      {/* Why a claim came back is said where it waits, on the same page. */}
      {words === '' || kind === 'return' ? null : (
        <p dir="auto" className="quoted line-clamp-2 max-w-[75ch] break-words text-ink-2">
          {words}
        </p>
      )}
    </li>
  );
}
