import Link from 'next/link';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import type { QueueFilter } from '@/lib/review/schema';
import { hasFilters, QUEUE_PATH, queueHref } from './queue-filters';

/** What stands in place of the rows when there are none: three different things. */
export function QueueEmpty({ filter, left, loading }: { filter: QueueFilter; left: number; loading: boolean }) {
  if (loading) return <EmptyState title="Loading the next claims…" />;
  if (left > 0) {
    return (
      <EmptyState title="Nothing more on this page." action={<LinkButton href={queueHref(filter, { after: null })}>First page</LinkButton>}>
        {left === 1 ? 'One claim before it still waits.' : `${left} claims before it still wait.`}
      </EmptyState>
    );
  }
  if (hasFilters(filter)) {
    return (
      <EmptyState title="Nothing matches these filters." action={<LinkButton href={QUEUE_PATH}>Clear all filters</LinkButton>}>
        Other claims may be waiting.
      </EmptyState>
    );
  }
  return (
    <EmptyState title="Nothing waits for you." action={<LinkButton href="/">To the desk</LinkButton>}>
      Claims come here when a checker submits them, the longest waiting first.
    </EmptyState>
  );
}

/** Links to the other pages, below the rows. */
export function PageLinks({ filter, next }: { filter: QueueFilter; next: string | null }) {
  if (next === null && filter.after === undefined) return null;
  return (
    <nav aria-label="Pages of the queue" className="flex gap-4 px-4 py-4 sm:px-7.5">
      {filter.after === undefined ? null : <Link href={queueHref(filter, { after: null })}>First page</Link>}
      {next === null ? null : <Link href={queueHref(filter, { after: next })}>Next 50</Link>}
    </nav>
  );
}
