import { usePart } from '@/components/ui/use-part';
import type { QueueFilter } from '@/lib/review/schema';
import type { SavedView } from '@/lib/review/views/view';
import { hasFilters, QUEUE_PATH, queueQuery } from './queue-filters';
import { QueueLink } from './queue-link';

type SavedViewsProps = { filter: QueueFilter; views: readonly SavedView[]; actorId: string; onGo: (href: string) => void };

const loadActs = () => import('./view-acts');

/** The person's own lists by name, and giving the list that is shown one. */
export function SavedViews({ filter, views, actorId, onGo }: SavedViewsProps) {
  const query = queueQuery(filter, { after: null });
  const current = views.find((view) => isSame(view.query, query)) ?? null;
  const canSave = current === null && (hasFilters(filter) || filter.sort !== undefined);
  const acts = usePart(loadActs, canSave || current !== null);
  if (views.length === 0 && !canSave) return null;
  return (
    <div className="mt-3 flex min-h-7 flex-wrap items-center gap-x-3 gap-y-1.5 text-small">
      <span id="saved-views" className="text-ink-3">
        Views
      </span>
      <ul aria-labelledby="saved-views" className="contents">
        {views.map((view) => (
          <li key={view.id}>
            <QueueLink
              href={`${QUEUE_PATH}?${view.query}`}
              onGo={onGo}
              aria-current={view === current ? 'true' : undefined}
              className="break-words aria-[current]:font-strong aria-[current]:text-ink"
            >
              {view.name}
            </QueueLink>
          </li>
        ))}
      </ul>
      {acts === null ? null : <acts.ViewActs current={current} query={canSave ? query : null} actorId={actorId} />}
    </div>
  );
}

/** In whatever order the address has them. */
function isSame(a: string, b: string): boolean {
  const parts = (query: string) => [...new URLSearchParams(query)].map((part) => part.join('=')).sort();
  return parts(a).join('&') === parts(b).join('&');
}
