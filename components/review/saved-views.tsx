import { useRouter } from 'next/navigation';
import { type FormEvent, useState } from 'react';
import { Button } from '@/components/ui/button';
import { newId } from '@/lib/kernel/ids';
import type { Result } from '@/lib/kernel/result';
import type { QueueFilter } from '@/lib/review/schema';
import { deleteView, saveView } from '@/lib/review/views/actions';
import { type SavedView, VIEW_NAME_MAX } from '@/lib/review/views/view';
import { HEADING_ID } from './element-ids';
import { hasFilters, QUEUE_PATH, queueQuery } from './queue-filters';
import { QueueLink } from './queue-link';

type SavedViewsProps = { filter: QueueFilter; views: readonly SavedView[]; actorId: string; onGo: (href: string) => void };

/** What the person does with the views just now. */
type Doing = { readonly what: 'name'; readonly view: SavedView | null } | null;

/** The person's own lists by name, and giving the list that is shown one. */
export function SavedViews({ filter, views, actorId, onGo }: SavedViewsProps) {
  const [doing, setDoing] = useState<Doing>(null);
  const [fault, setFault] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const router = useRouter();
  const query = queueQuery(filter, { after: null });
  const current = views.find((view) => isSame(view.query, query)) ?? null;
  const canSave = current === null && (hasFilters(filter) || filter.sort !== undefined);
  if (views.length === 0 && !canSave) return null;

  async function send(act: Promise<Result<unknown>>): Promise<void> {
    setBusy(true);
    const result = await act.catch(() => null);
    setBusy(false);
    if (result?.ok !== true) return setFault(result?.error.message ?? 'No answer came. Try again.');
    setDoing(null);
    setFault(null);
    document.getElementById(HEADING_ID)?.focus();
    router.refresh();
  }

  return (
    <div className="mt-3 flex flex-wrap items-center gap-x-3 gap-y-1.5 text-small">
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
      {doing === null ? (
        <span className="flex gap-1.5">
          {canSave ? (
            <Button size="s" tone="quiet" onClick={() => setDoing({ what: 'name', view: null })}>
              Save this view…
            </Button>
          ) : null}
          {current === null ? null : (
            <>
              <Button size="s" tone="quiet" onClick={() => setDoing({ what: 'name', view: current })}>
                Rename…
              </Button>
              <Button
                size="s"
                tone="quiet"
                unavailable={busy}
                onClick={() => void send(deleteView({ key: newId(), actorId, viewId: current.id, version: current.version }))}
              >
                Delete view
              </Button>
            </>
          )}
        </span>
      ) : (
        <NameForm
          name={doing.view?.name ?? ''}
          busy={busy}
          onCancel={() => {
            setDoing(null);
            setFault(null);
          }}
          onSend={(name) => {
            const { id, version } = doing.view ?? { id: newId(), version: 0 };
            void send(saveView({ key: newId(), actorId, viewId: id, version, name, query }));
          }}
        />
      )}
      {fault === null ? null : (
        <p role="alert" className="basis-full text-alarm">
          {fault}
        </p>
      )}
    </div>
  );
}

function NameForm({ name, busy, onSend, onCancel }: { name: string; busy: boolean; onSend: (name: string) => void; onCancel: () => void }) {
  const [text, setText] = useState(name);
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (!busy) onSend(text);
  };
  return (
    <form
      onSubmit={send}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onCancel();
      }}
      className="flex flex-wrap gap-1.5"
    >
      <input
        // biome-ignore lint/a11y/noAutofocus: the button that opened it is gone, and a name is what is asked for
        autoFocus
        value={text}
        onChange={(event) => setText(event.target.value)}
        maxLength={VIEW_NAME_MAX}
        required
        aria-label="Name of the view"
        className="input min-h-[28px] w-48 py-0.5"
      />
      <Button type="submit" size="s" unavailable={busy}>
        Save
      </Button>
      <Button size="s" tone="quiet" onClick={onCancel}>
        Cancel
      </Button>
    </form>
  );
}

/** In whatever order the address has them. */
function isSame(a: string, b: string): boolean {
  const parts = (query: string) => [...new URLSearchParams(query)].map((part) => part.join('=')).sort();
  return parts(a).join('&') === parts(b).join('&');
}
