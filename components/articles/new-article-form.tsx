'use client';

import { useRouter } from 'next/navigation';
import { type DragEvent, type KeyboardEvent, type SubmitEvent, useRef, useState, useTransition } from 'react';
import { Button } from '@/components/ui/button';
import { buttonClass } from '@/components/ui/button-class';
import { pasteArticle } from '@/lib/articles/actions';
import { type AppError, appError } from '@/lib/kernel/app-error';
import { newId } from '@/lib/kernel/ids';
import { type Result, refused } from '@/lib/kernel/result';
import { FactFields } from './fact-fields';
import { FilePanel } from './file-panel';
import { formatSize } from './format-size';
import { type ImportFailure, NotImported } from './not-imported';
import { PasteField } from './paste-field';
import { uploadFile } from './upload-file';
import { useKeptText } from './use-kept-text';

type NewArticleFormProps = { userId: string; maxBytes: number };
type ChosenFile = { readonly file: File; readonly key: string };
type Imported = Result<{ readonly articleId: string }> | null;

/** A text becomes an article: pasted, or from a file. Whatever goes wrong, nothing of it is lost. */
export function NewArticleForm({ userId, maxBytes }: NewArticleFormProps) {
  const router = useRouter();
  const kept = useKeptText(userId);
  const [chosen, setChosen] = useState<ChosenFile | null>(null);
  const [sent, setSent] = useState<number | null>(null);
  const [failure, setFailure] = useState<ImportFailure | null>(null);
  const [dropping, setDropping] = useState(false);
  const [busy, startImport] = useTransition();
  const fileInput = useRef<HTMLInputElement>(null);

  function choose(file: File | undefined) {
    if (file === undefined || busy) return;
    setChosen({ file, key: newId() });
    setFailure(null);
  }

  function unchoose() {
    if (busy) return;
    setChosen(null);
    setFailure(null);
    if (fileInput.current !== null) fileInput.current.value = '';
  }

  /** A file of which something else is said is another import: its key belongs to both. */
  function changeFacts() {
    kept.onInput();
    setFailure(null);
    if (chosen !== null) setChosen({ file: chosen.file, key: newId() });
  }

  async function importText(): Promise<Imported> {
    const { text, key, ...facts } = kept.take();
    if (text.trim() === '') return refused(appError('INVALID', 'There is no text yet. Paste one, or choose a file.'));
    if (new Blob([text]).size > maxBytes) return refused(tooLarge('text', maxBytes));
    // The action answers with a Result; the call itself rejects, with a TypeError when it never reached the server.
    return pasteArticle({ key, text, ...facts }).catch((cause: unknown) =>
      cause instanceof TypeError ? null : refused(appError('UNEXPECTED')),
    );
  }

  async function importFile({ file, key }: ChosenFile): Promise<Imported> {
    if (file.size > maxBytes) return refused(tooLarge('file', maxBytes));
    setSent(0);
    const { text: _text, key: _key, ...facts } = kept.take();
    const result = await uploadFile({ file, key, facts, onProgress: setSent });
    setSent(null);
    return result;
  }

  function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    if (busy) return;
    setFailure(null);
    startImport(async () => {
      const result = await (chosen === null ? importText() : importFile(chosen));
      if (result?.ok) {
        if (chosen === null) kept.clear();
        else kept.clearFacts();
        router.push(`/articles/${result.value.articleId}`);
      } else {
        setFailure(result === null ? 'unreachable' : result.error);
        if (chosen === null) kept.field.current?.focus();
      }
    });
  }

  return (
    <form
      method="post"
      className="drop grid gap-5"
      data-dropping={dropping || undefined}
      onSubmit={submit}
      onKeyDown={submitOnCtrlEnter}
      onDragOver={(event) => setDropping(acceptFiles(event))}
      onDragLeave={(event) => setDropping(event.currentTarget.contains(event.relatedTarget as Node | null))}
      onDrop={(event) => {
        if (acceptFiles(event)) choose(event.dataTransfer.files[0]);
        setDropping(false);
      }}
    >
      <PasteField kept={kept} maxBytes={maxBytes} busy={busy} hidden={chosen !== null} onChange={() => setFailure(null)} />
      {chosen === null ? null : <FilePanel file={chosen.file} maxBytes={maxBytes} sent={sent} onRemove={unchoose} />}
      <FactFields fields={kept.factFields} busy={busy} onChange={changeFacts} />
      {failure === null ? null : <NotImported failure={failure} />}
      <div className="flex flex-wrap items-center gap-2">
        <Button type="submit" tone="primary" shortcut="Ctrl ↵" aria-keyshortcuts="Control+Enter" unavailable={busy}>
          {busy ? 'Importing…' : 'Create the article'}
        </Button>
        <label className={buttonClass('plain', 'm', 'file-button')}>
          {chosen === null ? 'Choose a file…' : 'Choose another…'}
          <input
            ref={fileInput}
            type="file"
            accept=".txt,text/plain"
            className="sr-only"
            disabled={busy}
            onChange={(event) => choose(event.currentTarget.files?.[0])}
          />
        </label>
        <span className="text-small text-ink-3 max-sm:hidden">or drop a .txt file here</span>
      </div>
    </form>
  );
}

function tooLarge(what: 'text' | 'file', maxBytes: number): AppError {
  return appError('TOO_LARGE', `The ${what} is larger than ${formatSize(maxBytes)}. Nothing was sent; divide it into parts.`);
}

function submitOnCtrlEnter(event: KeyboardEvent<HTMLFormElement>) {
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
  event.preventDefault();
  event.currentTarget.requestSubmit();
}

/** True, and the browser keeps its hands off, when what is dragged are files. */
function acceptFiles(event: DragEvent): boolean {
  if (!event.dataTransfer.types.includes('Files')) return false;
  event.preventDefault();
  return true;
}
