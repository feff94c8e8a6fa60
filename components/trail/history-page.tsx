'use client';

import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { claimAddress, historyAddress } from '@/lib/claims/claim-address';
import type { ClaimTrail } from '@/lib/trail/entry';
import { OlderLink } from './older-link';
import { RestoreButton } from './restore-button';
import { TrailList } from './trail-list';

type HistoryPageProps = { trail: ClaimTrail; userId: string; older: boolean };

/** A claim's whole history. Reading it needs no script; restoring does. */
export function HistoryPage({ trail: { claim, entries, before }, userId, older }: HistoryPageProps) {
  const router = useRouter();
  const [said, setSaid] = useState('');
  return (
    <>
      <header className="grid gap-2 pb-5">
        <h1 className="display text-h1">
          History of claim {claim.number}{' '}
          {claim.deleted && claim.supersededBy === null ? <span className="text-ink-3">(deleted)</span> : null}
        </h1>
        <blockquote dir="auto" className="quoted line-clamp-3 break-words text-[17px]/[25px] text-ink-2">
          {claim.quote}
        </blockquote>
        <p className="flex flex-wrap gap-x-3 text-ink-3 text-small">
          <span>
            Version {claim.version}
            {claim.comments === 0 ? '' : `, ${claim.comments} ${claim.comments === 1 ? 'comment' : 'comments'}`}
          </span>
          {claim.supersededBy === null ? null : (
            <Link href={historyAddress(claim.supersededBy.id)}>C{claim.supersededBy.number} stands for it</Link>
          )}
          {claim.deleted ? null : <Link href={claimAddress(claim.article.id, claim.id)}>Open it in the article</Link>}
        </p>
        {claim.refusal === null ? null : <p className="text-ink-2">{claim.refusal}</p>}
        <p role="status" className="empty:hidden">
          {said}
        </p>
      </header>
      {older ? (
        <p className="pb-3">
          <Link href={historyAddress(claim.id)}>To the newest</Link>
        </p>
      ) : null}
      {entries.length === 0 ? <p className="text-ink-3">Nothing was written down about this claim.</p> : null}
      <TrailList
        entries={entries}
        userId={userId}
        act={({ id, wasVersion }) =>
          claim.refusal === null && wasVersion && (claim.deleted || id !== claim.currentId) ? (
            <RestoreButton
              claim={claim}
              eventId={id}
              userId={userId}
              words={claim.deleted ? 'Bring it back as it was here' : 'Restore this version'}
              onDone={(words) => {
                setSaid(words);
                router.refresh();
              }}
            />
          ) : null
        }
      />
      <OlderLink href={before === null ? null : `${historyAddress(claim.id)}?before=${before}`} />
    </>
  );
}
