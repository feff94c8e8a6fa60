import { useCallback, useEffect, useState } from 'react';
import { BeingRead } from '@/components/ui/being-read';
import { Button } from '@/components/ui/button';
import { historyAddress } from '@/lib/claims/claim-address';
import type { Restored } from '@/lib/claims/versions/restored';
import type { ClaimTrail, TrailEntry } from '@/lib/trail/entry';
import { readClaimTrail } from '@/lib/trail/requests';
import { RestoreButton } from './restore-button';
import { TrailList } from './trail-list';

export type HistoryViewProps = {
  claimId: string;
  userId: string;
  /** The version the page has of the claim: the history is read again when it is another. */
  version: number;
  /** Whether the page can take a restored claim in; else it is only read here. */
  restores?: { readonly begin: () => ((restored: Restored) => void) | null } | undefined;
};

/** The history of a claim that is shown already: read from the server, page by page. */
export function HistoryView({ claimId, userId, version, restores }: HistoryViewProps) {
  const [trail, setTrail] = useState<ClaimTrail | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const [said, setSaid] = useState('');
  const [asked, setAsked] = useState(0);
  const again = useCallback(() => setAsked((count) => count + 1), []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: `asked` and `version` ask again
  useEffect(() => {
    const asking = new AbortController();
    void readClaimTrail(claimId, null, asking.signal).then((told) => {
      if (told === null) return;
      if (told.ok) setTrail(told.value);
      setFault(told.ok ? null : told.error.message);
    });
    return () => asking.abort();
  }, [claimId, version, asked]);

  async function readOlder(): Promise<void> {
    if (trail?.before === null || trail === null) return;
    const told = await readClaimTrail(claimId, trail.before, new AbortController().signal);
    if (told?.ok) setTrail({ ...told.value, entries: [...trail.entries, ...told.value.entries] });
    else setFault(told?.error.message ?? null);
  }

  if (trail === null) {
    return <BeingRead fault={fault} again="Read it again" onAgain={again} />;
  }
  const { claim, entries, before } = trail;
  return (
    <div className="grid gap-1">
      <p role="status" className="text-small empty:hidden">
        {said}
      </p>
      <TrailList
        entries={entries}
        userId={userId}
        act={(entry) =>
          restores !== undefined && isRestorable(claim, entry) ? (
            <RestoreButton
              claim={claim}
              eventId={entry.id}
              userId={userId}
              words="Restore this version"
              onBegin={restores.begin}
              onDone={(words) => {
                setSaid(words);
                again();
              }}
            />
          ) : null
        }
      />
      {fault === null ? null : (
        <p role="status" className="text-alarm text-small">
          {fault}
        </p>
      )}
      <p className="flex flex-wrap gap-2">
        {before === null ? null : (
          <Button size="s" onClick={() => void readOlder()}>
            Show older
          </Button>
        )}
        <a href={historyAddress(claimId)} className="text-small">
          The history on a page of its own
        </a>
      </p>
    </div>
  );
}

/** Whether a claim can be given back what it was after this. What it is now it need not be given, unless it is gone. */
function isRestorable(claim: ClaimTrail['claim'], { id, wasVersion }: TrailEntry): boolean {
  return claim.refusal === null && wasVersion && (claim.deleted || id !== claim.currentId);
}
