'use client';

import { useEffect, useState } from 'react';
import { Button } from '@/components/ui/button';
import { restoreVersion } from '@/lib/claims/versions/actions';
import type { Restored } from '@/lib/claims/versions/restored';
import { createRetryKey } from '@/lib/delivery/retry-key';
import { troubleOfThrow } from '@/lib/delivery/trouble';

type RestoreButtonProps = {
  claim: { readonly id: string; readonly version: number };
  eventId: string;
  userId: string;
  words: string;
  /** Asked as it begins: null calls it off. What comes back is told of the claim as it then is. */
  onBegin?: (() => ((restored: Restored) => void) | null) | undefined;
  onDone: (words: string) => void;
};

/** Gives the claim back what it was then. A repeat after a lost answer is sent with its key, so that it applies once. */
export function RestoreButton({ claim, eventId, userId, words, onBegin, onDone }: RestoreButtonProps) {
  const [busy, setBusy] = useState(false);
  // What only a script can do is not offered without one.
  const [scripted, setScripted] = useState(false);
  useEffect(() => setScripted(true), []);
  const [fault, setFault] = useState<string | null>(null);
  const [keys] = useState(() => createRetryKey());

  async function restore(): Promise<void> {
    if (busy) return;
    const tell = onBegin === undefined ? () => {} : onBegin();
    if (tell === null) return;
    const { id: claimId, version } = claim;
    setBusy(true);
    try {
      const result = await restoreVersion({ key: keys.for(version), actorId: userId, claimId, version, eventId });
      setFault(result.ok ? null : result.error.message);
      if (result.ok) {
        tell(result.value);
        onDone([`Claim ${result.value.claim.number} is as it was then.`, ...result.value.leftOut].join(' '));
      } else if (result.error.code === 'STALE') onDone(result.error.message);
    } catch (thrown) {
      setFault(troubleOfThrow(thrown).message);
    }
    setBusy(false);
  }

  if (!scripted) return null;
  return (
    <p className="flex flex-wrap items-baseline gap-2">
      <Button size="s" unavailable={busy} onClick={() => void restore()}>
        {busy ? 'Being restored…' : words}
      </Button>
      <span role="status" className="text-alarm text-small empty:hidden">
        {fault}
      </span>
    </p>
  );
}
