import { useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { usePart } from '@/components/ui/use-part';
import { type Body, COMMENT_MAX, plainText } from '@/lib/comments/body';
import { type EditorNode, toBody, toDoc } from '@/lib/comments/editor-doc';
import { bodyInput } from '@/lib/comments/schema';
import type { PersonRef } from '@/lib/kernel/person';
import { findDraft, keepDraft, putAside } from './drafts';

type ComposerProps = {
  label: string;
  submit: string;
  userId: string;
  /** Where it is written, for what the browser keeps of it. */
  place: string;
  people: readonly PersonRef[];
  /** What stands there when nothing was begun. */
  start?: Body;
  /** Of the comment that this is to replace. */
  version?: number;
  autoFocus?: boolean;
  /** Why it was not taken, or null when it was. */
  onSend: (body: Body) => Promise<string | null>;
  onCancel?: (() => void) | undefined;
};

const load = () => import('./rich-field');

/** What somebody says. What was typed outlives the form, the page and a failure; `@` calls somebody. */
export function Composer({ label, submit, userId, place, people, start, version, autoFocus = false, onSend, onCancel }: ComposerProps) {
  const [given] = useState(() => (start === undefined ? '' : JSON.stringify(toDoc(start))));
  const [begun] = useState(() => findDraft(userId, place)?.text ?? given);
  const [length, setLength] = useState(0);
  const [error, setError] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const doc = useRef<EditorNode>({});
  const mine = useRef<string | null>(null);
  const field = usePart(load, true);

  function change(kept: string, changed: EditorNode): void {
    doc.current = changed;
    setLength(plainText(toBody(changed)).length);
    setError(null);
    keep(kept === given ? null : kept);
  }

  function keep(text: string | null): void {
    mine.current = text;
    keepDraft(userId, place, text, version);
  }

  async function send(): Promise<void> {
    if (busy) return;
    const checked = bodyInput.safeParse(toBody(doc.current));
    if (!checked.success) {
      setError(checked.error.issues[0]?.message ?? 'Write something.');
      return;
    }
    setBusy(true);
    const refusal = await onSend(checked.data);
    setBusy(false);
    setError(refusal);
    // Another window of this person keeps its words in the same place: it is left what is not of here, and does not take what is.
    if (refusal !== null) keep(mine.current);
    else if (findDraft(userId, place)?.text === mine.current) keep(null);
  }

  function cancel(): void {
    putAside(userId, place);
    onCancel?.();
  }

  if (field === null) {
    return (
      <p role="status" className="text-ink-3">
        The field is being loaded…
      </p>
    );
  }
  return (
    <div className="grid gap-1.5">
      <field.RichField
        label={label}
        hint="@ calls somebody. Editors and checkers read it; no export does."
        error={error}
        start={begun}
        people={people}
        autoFocus={autoFocus}
        onChange={change}
        onSend={() => void send()}
        onCancel={onCancel === undefined ? undefined : cancel}
      />
      <div className="flex flex-wrap items-center gap-1.5">
        <Button size="s" tone="primary" unavailable={busy} onClick={() => void send()} shortcut="Ctrl ↵" aria-keyshortcuts="Control+Enter">
          {busy ? 'Sending…' : submit}
        </Button>
        {onCancel === undefined ? null : (
          <Button size="s" onClick={cancel} shortcut="Esc">
            Cancel
          </Button>
        )}
        {length > COMMENT_MAX * 0.9 ? <span className="text-ink-3 text-small">{`${length} of ${COMMENT_MAX}`}</span> : null}
      </div>
    </div>
  );
}
