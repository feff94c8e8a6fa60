import { useEffect, useRef, useState } from 'react';
import type { QueueItem } from '@/lib/review/queue';
import { DETAIL_ID, HEADING_ID, rowId } from './element-ids';

/** Where the person was, for when they come back from an article. */
let lastSelected: string | null = null;

/**
 * Which claim is chosen, and where the focus goes next. A claim that is not on the list any more leaves the
 * choice to the first row.
 */
export function useSelection(items: readonly QueueItem[]) {
  const [selectedId, setSelectedId] = useState(lastSelected);
  const wanted = useRef<'row' | 'detail' | null>(null);
  const index = Math.max(
    0,
    items.findIndex(({ claim }) => claim.id === selectedId),
  );
  const current = items[index] ?? null;
  const currentId = current?.claim.id ?? null;

  useEffect(() => {
    if (wanted.current === null) return;
    focusClaim(currentId, wanted.current);
    wanted.current = null;
  });
  // Only when the list is first shown: its place is not at the top when one comes back to it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: later moves scroll by their own focus
  useEffect(() => {
    if (lastSelected !== null && currentId === lastSelected) document.getElementById(rowId(currentId))?.scrollIntoView({ block: 'center' });
  }, []);

  return {
    index,
    current,
    select(item: QueueItem | null, focus: 'row' | 'detail' | null = 'row'): void {
      lastSelected = item?.claim.id ?? null;
      setSelectedId(lastSelected);
      wanted.current = focus;
    },
    /** Moves the focus with the next render. */
    focus(target: 'row' | 'detail'): void {
      wanted.current = target;
    },
  };
}

/** The row, unless the details cover the list; the page's heading when there is no claim. */
export function focusClaim(claimId: string | null, target: 'row' | 'detail'): void {
  const row = claimId === null ? null : document.getElementById(rowId(claimId));
  if (row !== null && target === 'row' && row.offsetParent !== null) {
    row.focus({ preventScroll: true });
    row.scrollIntoView({ block: 'nearest' });
    return;
  }
  document.getElementById(row === null ? HEADING_ID : DETAIL_ID)?.focus({ preventScroll: true });
}
