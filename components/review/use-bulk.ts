import { useState } from 'react';
import type { QueueItem } from '@/lib/review/queue';
import type { Decided } from './triage/act';
import type { Runner } from './triage/runner';

/** More than this nobody has looked at before deciding on them together. */
export const MARKED_MAX = 200;

type Bulk = {
  readonly items: readonly QueueItem[];
  readonly current: QueueItem | null;
  readonly runner: Runner;
  readonly select: (item: QueueItem | null) => void;
  readonly say: (words: string) => void;
};

/** The claims that are selected to be decided on together. What leaves the list is no longer selected. */
export function useBulk({ items, current, runner, select, say }: Bulk) {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  const [returning, setReturning] = useState(false);
  /** Which claim was selected last: a run goes from there. */
  const [anchor, setAnchor] = useState<string | null>(null);
  const marked = items.filter(({ claim }) => ids.has(claim.id));

  function mark(wanted: readonly QueueItem[]): void {
    if (wanted.length > MARKED_MAX) say(`At most ${MARKED_MAX} claims are decided on together.`);
    setIds(new Set(wanted.slice(0, MARKED_MAX).map(({ claim }) => claim.id)));
  }

  function decide(deciding: readonly QueueItem[], act: Decided): void {
    const gone = new Set(deciding.map(({ claim }) => claim.id));
    const from = items.findIndex(({ claim }) => claim.id === current?.claim.id);
    const stays = ({ claim }: QueueItem) => !gone.has(claim.id);
    runner.decideAll(deciding, act);
    setIds(new Set([...ids].filter((id) => !gone.has(id))));
    setReturning(false);
    select(items.slice(Math.max(0, from)).find(stays) ?? items.slice(0, Math.max(0, from)).findLast(stays) ?? null);
  }

  return {
    marked,
    ids,
    returning,
    toggle(item: QueueItem | null): void {
      if (item === null) return;
      const { id } = item.claim;
      setAnchor(id);
      mark(ids.has(id) ? marked.filter(({ claim }) => claim.id !== id) : [...marked, item]);
    },
    /** Selects the chosen claim and the one it moves on to. */
    extend(to: QueueItem | undefined): void {
      if (current === null) return;
      const both = new Set([current, ...(to === undefined ? [] : [to])].map(({ claim }) => claim.id));
      mark(items.filter(({ claim }) => ids.has(claim.id) || both.has(claim.id)));
      if (to !== undefined) select(to);
    },
    /** Selects all from the claim that was selected last, else the chosen one, to this one. */
    extendTo(item: QueueItem): void {
      const begun = items.findIndex(({ claim }) => claim.id === anchor);
      const from = begun >= 0 ? begun : items.findIndex(({ claim }) => claim.id === current?.claim.id);
      const [a, b] = [from, items.indexOf(item)].sort((x, y) => x - y);
      const run = new Set(items.slice(Math.max(0, a as number), (b as number) + 1));
      mark(items.filter((one) => ids.has(one.claim.id) || run.has(one)));
    },
    all: () => mark(items),
    clear(): void {
      setIds(new Set());
      setReturning(false);
    },
    /** What may be approved is; the others stay selected, and the bar says why. */
    approve(): void {
      const may = marked.filter(mayApprove);
      if (may.length === 0) return say('None of these is yours to approve.');
      decide(may, { kind: 'approve' });
    },
    askReason: () => setReturning(true),
    cancel: () => setReturning(false),
    returnAll: (reason: string) => decide(marked.filter(isWaiting), { kind: 'return', reason }),
  };
}

export function mayApprove(item: QueueItem): boolean {
  return item.approveRefusal === null && isWaiting(item);
}

function isWaiting({ claim }: QueueItem): boolean {
  return claim.state === 'submitted';
}
