import Link from 'next/link';
import type { ReactNode } from 'react';
import { RelativeTime } from '@/components/ui/relative-time';
import type { TrailEntry } from '@/lib/trail/entry';
import { FieldChanges } from './field-changes';

type TrailListProps = {
  entries: readonly TrailEntry[];
  userId: string;
  /** Whether each says which claim it is about. */
  named?: boolean;
  /** What can be done from an entry. */
  act?: (entry: TrailEntry) => ReactNode;
};

/** What happened, the newest first: who, what, when, why, and what it changed. */
export function TrailList({ entries, userId, named = false, act }: TrailListProps) {
  return (
    <ol className="@container grid">
      {entries.map((entry) => {
        const { id, at, by, did, reason, changes, claim, version } = entry;
        return (
          <li key={id} className="grid gap-1 border-rule border-t py-3">
            <p className="flex flex-wrap items-baseline gap-x-1.5 break-words">
              <span className="min-w-0">
                {by === null ? 'Hearsay' : <bdi className="font-medium">{by.id === userId ? 'You' : by.name}</bdi>}{' '}
                {named && claim !== null ? <Did did={did} claim={claim} /> : did}
              </span>
              <span className="text-ink-3 text-small">
                <RelativeTime at={new Date(at)} />
                {version === null || named ? null : `, version ${version}`}
              </span>
            </p>
            {reason === '' ? null : (
              <blockquote dir="auto" className="quoted whitespace-pre-wrap break-words border-rule-2 border-s-2 ps-2.5 text-quote">
                {reason}
              </blockquote>
            )}
            <FieldChanges changes={changes} first={version === 1} />
            {act?.(entry)}
          </li>
        );
      })}
    </ol>
  );
}

/** “returned it” with the claim's name in the place of “it”; behind the words where it is not spoken of. */
function Did({ did, claim: { id, number } }: { did: string; claim: NonNullable<TrailEntry['claim']> }) {
  const at = /\bit\b/.exec(did)?.index;
  return (
    <>
      {at === undefined ? `${did}: ` : did.slice(0, at)}
      <Link href={`/claims/${id}/history`} prefetch={false}>
        C{number}
      </Link>
      {at === undefined ? null : did.slice(at + 'it'.length)}
    </>
  );
}
