import { useRouter } from 'next/navigation';
import { type FormEvent, useState } from 'react';
import { Button } from '@/components/ui/button';
import { newId } from '@/lib/kernel/ids';
import type { Result } from '@/lib/kernel/result';
import { deleteView, saveView } from '@/lib/review/views/actions';
import { type SavedView, VIEW_NAME_MAX } from '@/lib/review/views/view';
import { HEADING_ID } from './element-ids';

type ViewActsProps = {
  /** The view that is shown; null where the list is none of them. */
  current: SavedView | null;
  /** What stands in the address; null where there is nothing to keep. */
  query: string | null;
  actorId: string;
};

/** Giving the list that is shown a name, another name, or taking it away. */
export function ViewActs({ current, query, actorId }: ViewActsProps) {
  const [naming, setNaming] = useState<{ readonly view: SavedView | null } | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const router = useRouter();

  async function send(act: Promise<Result<unknown>>): Promise<void> {
    setBusy(true);
    const result = await act.catch(() => null);
    setBusy(false);
    if (result?.ok !== true) return setFault(result?.error.message ?? 'No answer came. Try again.');
    stop();
    document.getElementById(HEADING_ID)?.focus();
    router.refresh();
  }

  function stop(): void {
    setNaming(null);
    setFault(null);
  }

  return (
    <>
      {naming === null ? (
        <span className="flex gap-1.5">
          {query === null ? null : (
            <Button size="s" tone="quiet" onClick={() => setNaming({ view: null })}>
              Save this view…
            </Button>
          )}
          {current === null ? null : (
            <>
              <Button size="s" tone="quiet" onClick={() => setNaming({ view: current })}>
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
          name={naming.view?.name ?? ''}
          busy={busy}
          onCancel={stop}
          onSend={(name) => {
            const { id, version } = naming.view ?? { id: newId(), version: 0 };
            void send(saveView({ key: newId(), actorId, viewId: id, version, name, query: naming.view?.query ?? query ?? '' }));
          }}
        />
      )}
      {fault === null ? null : (
        <p role="alert" className="basis-full text-alarm">
          {fault}
        </p>
      )}
    </>
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
