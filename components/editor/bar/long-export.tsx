import { useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { barOf, quarterWords, save, sizeWords } from '@/components/choices/export-progress';
import { toast } from '@/components/ui/toast';
import { EXPORT_FORMAT_FACTS, type ExportFormat } from '@/lib/export/formats';
import { fetchExport, type Progress } from '@/lib/export/requests';
import { counted } from '@/lib/text/counted';

/** An export as it was chosen; `what` is a report or a working copy, in words. */
export type ChosenExport = { readonly href: string; readonly format: ExportFormat; readonly what: string };

/**
 * Fetches an export that takes its time, in a line of its own at the foot of the window: how far it is, and a way to stop it.
 * The line stands outside of the page's tree, so that it stays when the menu closes or another page is opened.
 */
export function startLongExport(chosen: ChosenExport): void {
  const place = document.body.appendChild(document.createElement('div'));
  const root = createRoot(place);
  const end = () => {
    root.unmount();
    place.remove();
  };
  root.render(<LongExport chosen={chosen} onEnd={end} />);
}

function LongExport({ chosen, onEnd }: { chosen: ChosenExport; onEnd: () => void }) {
  const { href, format, what } = chosen;
  const { label } = EXPORT_FORMAT_FACTS[format];
  const [progress, setProgress] = useState<Progress | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const [warning, setWarning] = useState<string | null>(null);
  const [tries, setTries] = useState(0);
  const [asking, setAsking] = useState<AbortController | null>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: what was chosen does not change while the line stands; `tries` asks again
  useEffect(() => {
    const now = new AbortController();
    setAsking(now);
    setFault(null);
    setProgress(null);
    fetchExport(href, { signal: now.signal, onProgress: setProgress }).then((answer) => {
      if (answer === null) return;
      if (!answer.ok) return setFault(answer.error.message);
      save(answer.value);
      if (answer.value.warnings !== '') return setWarning(`Saved. ${answer.value.warnings}`);
      toast(`${what}, ${label}: saved.`);
      onEnd();
    });
    return () => now.abort();
  }, [tries]);

  const said = fault ?? warning;
  const cancel = () => {
    asking?.abort();
    if (said === null) toast(`${what}, ${label}: cancelled. Nothing was saved.`);
    onEnd();
  };
  return (
    <div className="long-export">
      <section className="toast" aria-label={`Export: ${what}, ${label}`}>
        <span className="long-export-words">
          <b>
            {what}, {label}
          </b>{' '}
          {said ?? shownWords(progress)}
        </span>
        {said === null ? <progress className="work-bar" {...barOf(progress)} aria-label="How far the export is" /> : null}
        {fault === null ? null : (
          <button type="button" onClick={() => setTries(tries + 1)}>
            Try again
          </button>
        )}
        <button type="button" onClick={cancel}>
          {said === null ? 'Cancel' : 'Dismiss'}
        </button>
        <span role="status" className="sr-only">
          {said ?? quarterWords(progress)}
        </span>
      </section>
    </div>
  );
}

/** “10,000 claims, 32 % done, 12.4 MB”. */
function shownWords(progress: Progress | null): string {
  if (progress === null) return 'Reading the claims…';
  const { held, done, total } = progress;
  return `${counted(held, 'claim')}, ${Math.floor((100 * done) / total)} % done, ${sizeWords(progress)}`;
}
