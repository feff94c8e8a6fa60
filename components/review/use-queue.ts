import { useLayoutEffect, useState } from 'react';
import type { Actor } from '@/lib/permissions/roles';
import type { QueuePage } from '@/lib/review/queue';
import type { QueueFilter } from '@/lib/review/schema';
import type { ReviewStep } from './claim-history';
import { queueQuery } from './queue-filters';
import { countGone, countLeft, receivePage, shownItems } from './triage/list';
import type { Runner, Snapshot } from './triage/runner';
import { turnPage } from './triage/triage';
import { useAhead } from './use-ahead';
import { useTotal } from './use-total';

type Queue = {
  readonly page: QueuePage;
  readonly steps: readonly ReviewStep[];
  readonly filter: QueueFilter;
  /** Which list it is. */
  readonly address: string;
  readonly snapshot: Snapshot;
  readonly runner: Runner;
  readonly actor: Actor;
};

/** The rows to show and how many are left (null while they are counted), from what the server sent and what was decided since. */
export function useQueue({ page, steps, filter, address, snapshot, runner, actor }: Queue) {
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
  const sort = filter.sort ?? 'waiting';
  const ahead = useAhead(page, steps, { address, sort, queryAfter: (after) => queueQuery(filter, { after }) });
  const total = useTotal(page, queueQuery(filter), countGone(page, triage));
  const whole = { ...listed, items: ahead.items, next: ahead.next, total };
  return {
    page: whole,
    items: shownItems(whole, triage, actor, sort),
    left: countLeft(whole, triage),
    steps: ahead.steps,
    more: ahead.more,
  };
}
