import { useEffect, useRef, useState } from 'react';
import type { QueuePage } from '@/lib/review/queue';
import { findQueueTotal } from '@/lib/review/requests';

/**
 * How many claims match. Where that has to be counted it comes after the page, and is null until then. `gone`: so many of
 * the page's claims have left the queue since; they are in a total that came with the page, and not in one that came later.
 */
export function useTotal(page: QueuePage, query: string, gone: number): number | null {
  const [counted, setCounted] = useState<{ readonly page: QueuePage; readonly total: number } | null>(null);
  const goneNow = useRef(gone);
  useEffect(() => {
    goneNow.current = gone;
  });
  useEffect(() => {
    if (page.total !== null) return;
    let left = false;
    void findQueueTotal(query).then((total) => {
      if (!left && total !== null) setCounted({ page, total: total + goneNow.current });
    });
    return () => {
      left = true;
    };
  }, [page, query]);
  return page.total ?? (counted?.page === page ? counted.total : null);
}
