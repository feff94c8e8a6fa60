import { useEffect, useId, useRef, useState } from 'react';
import { ChoiceFields } from '@/components/choices/choice-fields';
import { ErrorNote } from '@/components/ui/error-note';
import { FormDialog } from '@/components/ui/form-dialog';
import { Segmented } from '@/components/ui/segmented';
import { type Asked, writeAsked } from '@/lib/export/choice';
import { EXPORT_FORMAT_FACTS, EXPORT_FORMATS, type ExportFormat, isInParts } from '@/lib/export/formats';
import { MANY_FOLDER } from '@/lib/export/many/names';
import { type Fetched, fetchExport, type Progress } from '@/lib/export/requests';
import { WHOLE } from '@/lib/report/choices';
import { counted } from '@/lib/text/counted';

type ExportSeveralDialogProps = {
  articles: readonly { readonly id: string; readonly title: string }[];
  more: number;
  onClose: () => void;
};

type Form = 'archive' | 'table';
const TABLES: readonly ExportFormat[] = ['csv', 'xlsx'];

/** Which articles, what of them, without what and in which form; then how far it is, and what was left out. Closing it stops the work. */
export function ExportSeveralDialog({ articles, more, onClose }: ExportSeveralDialogProps) {
  const formatId = useId();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() => new Set(articles.map(({ id }) => id)));
  const [form, setForm] = useState<Form>('archive');
  const [claims, setClaims] = useState<'report' | 'all'>('report');
  const [format, setFormat] = useState<ExportFormat>('pdf');
  const [choices, setChoices] = useState<Asked>(WHOLE);
  const [progress, setProgress] = useState<Progress | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const [done, setDone] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const asking = useRef<AbortController | null>(null);
  useEffect(() => () => asking.current?.abort(), []);

  const formats = form === 'table' ? TABLES : EXPORT_FORMATS.filter((name) => name !== 'zip');
  const shownFormat = formats.includes(format) ? format : 'csv';

  const inParts = isInParts(shownFormat);

  async function start(): Promise<void> {
    if (busy) return;
    const missing = whatIsMissing();
    setFault(missing);
    setDone(null);
    if (missing !== null) return;
    const ids = articles.flatMap(({ id }) => (chosen.has(id) ? id : [])).join(',');
    const query = new URLSearchParams({ ids, ...(claims === 'all' ? { status: 'all' } : {}), ...writeAsked(choices) });
    const href = `/api/export/${form}/${shownFormat}?${query}`;
    const perClaim = form === 'archive' ? `${MANY_FOLDER}/` : EXPORT_FORMAT_FACTS[shownFormat].perClaim;
    asking.current = new AbortController();
    setBusy(true);
    setProgress(null);
    const answer = await fetchExport(href, { perClaim, onProgress: setProgress, signal: asking.current.signal });
    setBusy(false);
    if (answer === null) return;
    if (!answer.ok) return setFault(answer.error.message);
    save(answer.value);
    setDone(`Saved as “${answer.value.name}”. ${answer.value.warnings || 'Every article you chose is in it.'}`);
  }

  function whatIsMissing(): string | null {
    if (chosen.size === 0) return 'Choose at least one article.';
    return inParts && choices.parts.length === 0 ? 'Choose at least one part.' : null;
  }

  const toggle = (id: string, on: boolean) => setChosen(new Set(on ? [...chosen, id] : [...chosen].filter((one) => one !== id)));
  return (
    <FormDialog
      title="Export several articles"
      description="One file of all. What is being checked blind, and what has nothing to show, is left out, and you are told."
      open
      onOpenChange={(next) => next || onClose()}
      busy={busy}
      submit={`Export ${counted(chosen.size, 'article')}`}
      underway="Exporting…"
      onSubmit={() => void start()}
    >
      <Segmented
        legend="As"
        showLegend
        name="several-form"
        value={form}
        onChange={setForm}
        segments={[
          { value: 'archive', label: 'One archive (ZIP)' },
          { value: 'table', label: 'One table' },
        ]}
      />
      <Segmented
        legend="Claims"
        showLegend
        name="several-claims"
        value={claims}
        onChange={setClaims}
        segments={[
          { value: 'report', label: 'Approved' },
          { value: 'all', label: 'All, as a working copy' },
        ]}
      />
      <div className="grid gap-1.5">
        <label htmlFor={formatId} className="font-medium">
          Format
        </label>
        <select
          id={formatId}
          className="input w-full"
          value={shownFormat}
          onChange={({ target }) => setFormat(formats.find((name) => name === target.value) ?? shownFormat)}
        >
          {formats.map((name) => (
            <option key={name} value={name}>
              {EXPORT_FORMAT_FACTS[name].label}
            </option>
          ))}
        </select>
      </div>
      <details>
        <summary className="min-h-6 cursor-pointer font-medium">Parts, and what is withheld</summary>
        <div className="pt-2">
          <ChoiceFields
            value={choices}
            onChange={setChoices}
            wholeBecause={inParts ? undefined : 'This format holds everything: parts are for those that are laid out to be read.'}
          />
        </div>
      </details>
      <fieldset className="grid min-w-0 gap-1.5">
        <legend className="font-medium">Articles</legend>
        <p className="flex flex-wrap gap-x-3 text-ink-3 text-small">
          <button type="button" className="underline" onClick={() => setChosen(new Set(articles.map(({ id }) => id)))}>
            Choose all
          </button>
          <button type="button" className="underline" onClick={() => setChosen(new Set())}>
            Choose none
          </button>
          {more === 0 ? null : (
            <span>
              The {articles.length} newest; {more.toLocaleString('en')} more match. Narrow the list to reach them.
            </span>
          )}
        </p>
        <ul className="max-h-56 overflow-y-auto rounded-m border border-rule px-2 py-1">
          {articles.map(({ id, title }) => (
            <li key={id}>
              <label className="flex min-h-6 items-center gap-2 py-0.5">
                <input type="checkbox" checked={chosen.has(id)} onChange={({ target }) => toggle(id, target.checked)} />
                <span dir="auto" className="min-w-0 break-words">
                  {title}
                </span>
              </label>
            </li>
          ))}
        </ul>
      </fieldset>
      {busy ? <progress className="w-full" {...barOf(progress)} aria-label="How far the export is" /> : null}
      <p role="status" className="text-small">
        {busy ? progressWords(progress, form) : done}
      </p>
      {fault === null ? null : <ErrorNote title="Not exported.">{fault}</ErrorNote>}
    </FormDialog>
  );
}

function progressWords(progress: Progress | null, form: Form): string {
  if (progress === null) return 'Reading the articles…';
  const { bytes, claims, total } = progress;
  const size = `${(bytes / 1e6).toFixed(1)} MB`;
  const noun = form === 'archive' ? 'article' : 'claim';
  return claims === null ? `${counted(total, noun)}, ${size} so far` : `${claims.toLocaleString('en')} of ${counted(total, noun)}, ${size}`;
}

function barOf(progress: Progress | null): { max?: number; value?: number } {
  return progress === null || progress.claims === null ? {} : { max: progress.total, value: progress.claims };
}

function save({ file, name }: Fetched): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  // The browser reads from the address for as long as it saves, and does not say how long that is.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
