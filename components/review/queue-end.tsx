import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';

import type { QueueFilter } from '@/lib/review/schema';
import { hasFilters, QUEUE_PATH, queueHref } from './queue-filters';
import { QueueLink, queueNavigation } from './queue-link';

/** What stands in place of the rows when there are none: three different things. */
export function QueueEmpty({
  filter,
  left,
  loading,
  onGo,
}: {
  filter: QueueFilter;
  /** Null while they are counted. */
  left: number | null;
  loading: boolean;
  onGo: (href: string) => void;
}) {
  if (loading) return <EmptyState title="Loading the next claims…" />;
  if (left === null || left > 0) {
    return (
      <EmptyState
        title="Nothing more on this page."
        action={<LinkButton {...queueNavigation(queueHref(filter, { after: null }), onGo)}>First page</LinkButton>}
      >
        {left === 1
          ? 'One claim before it still waits.'
          : left === null
            ? 'Others before it may wait.'
            : `${left} claims before it still wait.`}
      </EmptyState>
    );
  }
  if (hasFilters(filter)) {
    return (
      <EmptyState
        title="Nothing matches these filters."
        action={<LinkButton {...queueNavigation(QUEUE_PATH, onGo)}>Clear all filters</LinkButton>}
      >
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
export function PageLinks({ filter, next, onGo }: { filter: QueueFilter; next: string | null; onGo: (href: string) => void }) {
  if (next === null && filter.after === undefined) return null;
  return (
    <nav aria-label="Pages of the queue" className="flex gap-4 px-4 py-4 sm:px-7.5">
      {filter.after === undefined ? null : (
        <QueueLink href={queueHref(filter, { after: null })} onGo={onGo}>
          First page
        </QueueLink>
      )}
      {next === null ? null : (
        <QueueLink href={queueHref(filter, { after: next })} onGo={onGo}>
          Next 50
        </QueueLink>
      )}
    </nav>
  );
}
