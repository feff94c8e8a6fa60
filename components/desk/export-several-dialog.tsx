import { useEffect, useId, useRef, useState } from 'react';
import { ChoiceFields } from '@/components/choices/choice-fields';
import { barOf, quarterWords, save, sizeWords } from '@/components/choices/export-progress';
import { hrefOfSeveral, keep, readKept } from '@/components/choices/kept-choice';
import { ErrorNote } from '@/components/ui/error-note';
import { FormDialog } from '@/components/ui/form-dialog';
import { Segmented } from '@/components/ui/segmented';
import { toast } from '@/components/ui/toast';
import { CLAIM_STATES } from '@/lib/claims/claim-state';
import type { Asked, ExportChoice } from '@/lib/export/choice';
import { EXPORT_FORMAT_FACTS, EXPORT_FORMATS, type ExportFormat, isInParts } from '@/lib/export/formats';
import type { ManyForm } from '@/lib/export/many/form';
import { fetchExport, type Progress } from '@/lib/export/requests';
import { ENGLISH } from '@/lib/frame/en/english';
import { WHOLE } from '@/lib/report/choices';
import { leftOutWords } from '@/lib/report/parts';
import { withheldWords } from '@/lib/report/withheld';
import { counted } from '@/lib/text/counted';

type ExportSeveralDialogProps = {
  userId: string;
  articles: readonly { readonly id: string; readonly title: string }[];
  more: number;
  onClose: () => void;
};

const TABLES: readonly ExportFormat[] = ['csv', 'xlsx'];

/** Which articles, what of them, without what and in which form; then how far it is, and what was left out. Closing it stops the work. */
export function ExportSeveralDialog({ userId, articles, more, onClose }: ExportSeveralDialogProps) {
  const formatId = useId();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() => new Set(articles.map(({ id }) => id)));
  const [kept] = useState(() => readKept('export-several', userId));
  const [form, setForm] = useState<ManyForm>(kept?.form ?? 'archive');
  const [claims, setClaims] = useState<ExportChoice['claims']>(kept?.choice.claims ?? { kind: 'report' });
  const [format, setFormat] = useState<ExportFormat>(kept?.choice.format ?? 'pdf');
  const [choices, setChoices] = useState<Asked>(kept?.choice.choices ?? WHOLE);
  const [progress, setProgress] = useState<Progress | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const [done, setDone] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const asking = useRef<AbortController | null>(null);
  const outcome = useRef<HTMLDivElement>(null);
  useEffect(() => () => asking.current?.abort(), []);
  // On a phone it stands below what can be seen.
  useEffect(() => {
    if (busy || done !== null || fault !== null) outcome.current?.scrollIntoView({ block: 'nearest' });
  }, [busy, done, fault]);

  const formats = form === 'table' ? TABLES : EXPORT_FORMATS.filter((name) => name !== 'zip');
  const shownFormat = formats.includes(format) ? format : 'csv';

  const inParts = isInParts(shownFormat);

  async function start(): Promise<void> {
    if (busy) return;
    const missing = whatIsMissing();
    setFault(missing);
    setDone(null);
    if (missing !== null) return;
    const choice = { format: shownFormat, claims, choices };
    keep('export-several', userId, choice, form);
    const ids = articles.flatMap(({ id }) => (chosen.has(id) ? id : []));
    const href = hrefOfSeveral(form, ids, choice);
    asking.current = new AbortController();
    setBusy(true);
    setProgress(null);
    const answer = await fetchExport(href, { onProgress: setProgress, signal: asking.current.signal });
    setBusy(false);
    if (answer === null) return;
    if (!answer.ok) return setFault(answer.error.message);
    save(answer.value);
    setDone(`Saved as “${answer.value.name}”. ${answer.value.warnings || 'Every article you chose is in it.'}`);
  }

  function close(): void {
    if (busy) toast('Export of several articles: cancelled. Nothing was saved.');
    onClose();
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
      onOpenChange={(next) => next || close()}
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
        value={claims.kind}
        onChange={(kind) => setClaims(kind === 'report' ? { kind } : { kind, states: CLAIM_STATES })}
        segments={[
          { value: 'report', label: 'Approved' },
          { value: 'working_copy', label: 'All, as a working copy' },
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
      <p className="rounded-m bg-sunken px-3 py-2 text-ink-2 text-small">{handedOut(claims, choices, inParts)}</p>
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
      <div ref={outcome} className="grid gap-1.5 text-small">
        {busy ? <progress className="work-bar w-full" {...barOf(progress)} aria-label="How far the export is" /> : null}
        {busy ? <p>{progressWords(progress)}</p> : null}
        <p role="status" className={busy ? 'sr-only' : undefined}>
          {busy ? quarterWords(progress) : done}
        </p>
      </div>
      {fault === null ? null : <ErrorNote title="Not exported.">{fault}</ErrorNote>}
    </FormDialog>
  );
}

/** What the file will hold, in words, since choices of the last time may be out of sight. */
function handedOut(claims: ExportChoice['claims'], choices: Asked, inParts: boolean): string {
  const held = claims.kind === 'report' ? 'Approved claims only.' : 'Claims in all states, approved or not.';
  const withheld =
    withheldWords(choices.withheld, ENGLISH) ??
    'Nothing is withheld: names, notes, questions to the author and addresses of evidence go out.';
  const leftOut = inParts ? leftOutWords(choices, ENGLISH) : null;
  return [held, withheld, leftOut].filter((words) => words !== null).join(' ');
}

function progressWords(progress: Progress | null): string {
  if (progress === null) return 'Reading the articles…';
  const { done, total } = progress;
  return `${done.toLocaleString('en')} of ${counted(total, 'article')}, ${sizeWords(progress)}`;
}
