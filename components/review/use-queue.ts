import { useLayoutEffect, useState } from 'react';
import type { Actor } from '@/lib/permissions/roles';
import type { QueuePage } from '@/lib/review/queue';
import { countLeft, receivePage, shownItems } from './triage/list';
import type { Runner, Snapshot } from './triage/runner';
import { turnPage } from './triage/triage';

/** The rows to show and how many are left, from the page the server sent and what was decided since. `address` says which list it is. */
export function useQueue(page: QueuePage, address: string, snapshot: Snapshot, runner: Runner, actor: Actor) {
  const [turnedTo, setTurnedTo] = useState<string | null>(null);
  // Already in the render that shows another list: its rows must not include any of the old one's.
  const triage = turnedTo === address ? snapshot.triage : turnPage(snapshot.triage);
  useLayoutEffect(() => {
    runner.turnPage();
    setTurnedTo(address);
  }, [runner, address]);

  const [received, setReceived] = useState(() => ({ page, listed: receivePage(page, triage) }));
  let { listed } = received;
  if (received.page !== page) {
    listed = receivePage(page, triage);
    setReceived({ page, listed });
  }
  return { items: shownItems(listed, triage, actor), left: countLeft(listed, triage) };
}
