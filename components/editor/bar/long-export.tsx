import { useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { toast } from '@/components/ui/toast';
import { EXPORT_FORMAT_FACTS, type ExportFormat } from '@/lib/export/formats';
import { type Fetched, fetchExport, type Progress } from '@/lib/export/requests';

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
  const { label, perClaim } = EXPORT_FORMAT_FACTS[format];
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
    fetchExport(href, { perClaim, signal: now.signal, onProgress: setProgress }).then((answer) => {
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
        {said === null ? <progress {...barOf(progress)} aria-label="How far the export is" /> : null}
        {fault === null ? null : (
          <button type="button" onClick={() => setTries(tries + 1)}>
            Try again
          </button>
        )}
        <button type="button" onClick={cancel}>
          {said === null ? 'Cancel' : 'Dismiss'}
        </button>
        <span role="status" className="sr-only">
          {said ?? saidWords(progress)}
        </span>
      </section>
    </div>
  );
}

/** “3,210 of 10,000 claims, 12.4 MB”. */
function shownWords(progress: Progress | null): string {
  if (progress === null) return 'Reading the claims…';
  const { bytes, claims, total } = progress;
  const size = `${(bytes / 1e6).toFixed(1)} MB`;
  return claims === null || claims === 0
    ? `${total.toLocaleString('en')} claims, ${size} so far`
    : `${claims.toLocaleString('en')} of ${total.toLocaleString('en')} claims, ${size}`;
}

/** What is said aloud: the beginning, and each quarter. */
function saidWords(progress: Progress | null): string {
  if (progress === null || progress.claims === null || progress.total === 0) return 'The export has begun.';
  const quarters = Math.floor((progress.claims / progress.total) * 4);
  return quarters === 0 ? 'The export has begun.' : `${quarters * 25} per cent of the claims are there.`;
}

function barOf(progress: Progress | null): { max?: number; value?: number } {
  return progress === null || progress.claims === null || progress.claims === 0 ? {} : { max: progress.total, value: progress.claims };
}

function save({ file, name }: Fetched): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  // The browser reads from the address for as long as it saves, and does not say how long that is.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
