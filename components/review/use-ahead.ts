import { useRef, useState } from 'react';
import type { QueueItem, QueuePage } from '@/lib/review/queue';
import { byStanding, type QueueSort } from '@/lib/review/queue/order';
import { findNextPage } from '@/lib/review/requests';
import type { ReviewStep } from './claim-history';

/** With fewer claims than this ahead, the following ones are asked for. */
export const AHEAD = 15;
/** A list does not grow beyond this by itself; the link below it leads on. */
const LIST_MAX = 500;

type Ahead = {
  readonly address: string;
  readonly items: readonly QueueItem[];
  readonly steps: readonly ReviewStep[];
  /** The cursor after them. */
  readonly next: string | null;
};

type AheadOf = { readonly address: string; readonly sort: QueueSort; readonly queryAfter: (cursor: string) => string };

/** The page with the claims behind it that were asked for before its end was reached, so that nobody waits for the next ones. */
export function useAhead(page: QueuePage, steps: readonly ReviewStep[], { address, sort, queryAfter }: AheadOf) {
  const [ahead, setAhead] = useState<Ahead | null>(null);
  const asked = useRef<string | null>(null);
  const ours = ahead?.address === address && page.next !== null ? ahead : null;
  const last = page.items.at(-1);
  // The page may have come anew, and reach further than it did.
  const behind =
    ours === null || last === undefined ? [] : ours.items.filter(({ standing }) => byStanding(sort)(standing, last.standing) > 0);
  const next = behind.length === 0 || ours === null ? page.next : ours.next;
  const items = behind.length === 0 ? page.items : [...page.items, ...behind];
  return {
    items,
    next,
    steps: ours === null ? steps : [...steps, ...ours.steps],
    more(): void {
      if (next === null || items.length >= LIST_MAX || asked.current === next) return;
      asked.current = next;
      void findNextPage(queryAfter(next)).then((found) => {
        if (found === null) {
          asked.current = null;
          return;
        }
        setAhead({ address, items: [...behind, ...found.items], steps: [...(ours?.steps ?? []), ...found.steps], next: found.next });
      });
    },
  };
}
