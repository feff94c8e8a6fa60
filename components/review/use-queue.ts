import { useLayoutEffect, useState } from 'react';
import type { Actor } from '@/lib/permissions/roles';
import type { QueuePage } from '@/lib/review/queue';
import { countLeft, receivePage, shownItems } from './triage/list';
import type { Runner, Snapshot } from './triage/runner';

/** The rows to show and how many are left, from the page the server sent and what was decided since. `address` says which list it is. */
export function useQueue(page: QueuePage, address: string, { triage }: Snapshot, runner: Runner, actor: Actor) {
  const [received, setReceived] = useState(() => ({ page, listed: receivePage(page, triage) }));
  let { listed } = received;
  if (received.page !== page) {
    listed = receivePage(page, triage);
    setReceived({ page, listed });
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: another address is another list
  useLayoutEffect(() => runner.turnPage(), [runner, address]);
  return { items: shownItems(listed, triage, actor), left: countLeft(listed, triage) };
}
