import Link from 'next/link';
import type { ReactNode } from 'react';
import { RelativeTime } from '@/components/ui/relative-time';
import { historyAddress } from '@/lib/claims/claim-address';
import { counted } from '@/lib/text/counted';
import type { TrailEntry } from '@/lib/trail/entry';
import { gatherEqual } from '@/lib/trail/gather';
import { FieldChanges } from './field-changes';

type TrailListProps = {
  entries: readonly TrailEntry[];
  userId: string;
  /** Whether each says which claim it is about. */
  named?: boolean;
  /** What can be done from an entry. */
  act?: (entry: TrailEntry) => ReactNode;
};

/** What happened, the newest first: who, what, when, why, and what it changed. What was done to many claims in one go is one line that opens. */
export function TrailList({ entries, userId, named = false, act }: TrailListProps) {
  return (
    <ol className="@container grid">
      {gatherEqual(entries).map((group) => {
        const [entry] = group;
        if (entry === undefined) return null;
        const { id, at, reason, changes, claim, version } = entry;
        const claims = new Set(group.map((one) => one.claim?.id)).size;
        const many = group.length > 1;
        return (
          <li key={id} className="grid gap-1 border-rule border-t py-3">
            <p className="flex flex-wrap items-baseline gap-x-1.5 break-words">
              <span className="min-w-0">
                <Who entry={entry} userId={userId} />{' '}
                {claims > 1 ? (
                  <Did did={entry.did} whom={counted(claims, 'claim')} />
                ) : named && claim !== null ? (
                  <Did did={entry.did} whom={<ClaimLink claim={claim} />} />
                ) : (
                  entry.did
                )}
                {many && claims === 1 ? `, ${counted(group.length, 'time')}` : null}
              </span>
              <span className="text-ink-3 text-small">
                <RelativeTime at={new Date(at)} />
                {version === null || named || many ? null : `, version ${version}`}
              </span>
            </p>
            {reason === '' ? null : (
              <blockquote dir="auto" className="quoted whitespace-pre-wrap break-words border-rule-2 border-s-2 ps-2.5 text-quote">
                {reason}
              </blockquote>
            )}
            {many ? <Each group={group} /> : null}
            <FieldChanges changes={changes} first={version === 1} />
            {act?.(entry)}
          </li>
        );
      })}
    </ol>
  );
}

function Who({ entry: { by }, userId }: { entry: TrailEntry; userId: string }) {
  return by === null ? 'Hearsay' : <bdi className="font-medium">{by.id === userId ? 'You' : by.name}</bdi>;
}

/** Which they were, each with its time. */
function Each({ group }: { group: readonly TrailEntry[] }) {
  return (
    <details>
      <summary className="w-fit cursor-pointer text-ink-3 text-small">Each of them</summary>
      <ul className="mt-1 flex flex-wrap gap-x-4 gap-y-1">
        {group.map(({ id, at, claim }) => (
          <li key={id} className="text-small">
            {claim === null ? null : <ClaimLink claim={claim} />}{' '}
            <span className="text-ink-3">
              <RelativeTime at={new Date(at)} />
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}

function ClaimLink({ claim: { id, number } }: { claim: NonNullable<TrailEntry['claim']> }) {
  return (
    <Link href={historyAddress(id)} prefetch={false}>
      C{number}
    </Link>
  );
}

/** “returned it” with the claim, or how many, in the place of “it”; behind the words where it is not spoken of. */
function Did({ did, whom }: { did: string; whom: ReactNode }) {
  const words = did.replace(/\bits place\b/, 'the place of it');
  const at = /\bit\b/.exec(words)?.index;
  return (
    <>
      {at === undefined ? `${words}: ` : words.slice(0, at)}
      {whom}
      {at === undefined ? null : words.slice(at + 'it'.length)}
    </>
  );
}
