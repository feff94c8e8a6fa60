import { useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { usePart } from '@/components/ui/use-part';
import { type Body, COMMENT_MAX, plainText } from '@/lib/comments/body';
import { type EditorNode, toBody, toDoc } from '@/lib/comments/editor-doc';
import { bodyInput } from '@/lib/comments/schema';
import type { PersonRef } from '@/lib/kernel/person';
import { findDraft, keepDraft } from './drafts';

type ComposerProps = {
  label: string;
  submit: string;
  userId: string;
  /** Where it is written, for what the browser keeps of it. */
  place: string;
  people: readonly PersonRef[];
  /** What stands there when nothing was begun. */
  start?: Body;
  autoFocus?: boolean;
  /** Why it was not taken, or null when it was. */
  onSend: (body: Body) => Promise<string | null>;
  onCancel?: (() => void) | undefined;
};

const load = () => import('./rich-field');

/** What somebody says. What was typed outlives the form, the page and a failure; `@` calls somebody. */
export function Composer({ label, submit, userId, place, people, start, autoFocus = false, onSend, onCancel }: ComposerProps) {
  const [begun] = useState(() => findDraft(userId, place) ?? (start === undefined ? '' : JSON.stringify(toDoc(start))));
  const [length, setLength] = useState(0);
  const [error, setError] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const doc = useRef<EditorNode>({});
  const field = usePart(load, true);

  function change(kept: string, changed: EditorNode): void {
    doc.current = changed;
    setLength(plainText(toBody(changed)).length);
    setError(null);
    keepDraft(userId, place, kept === begun && start !== undefined ? null : kept);
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
    if (refusal === null) keepDraft(userId, place, null);
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
        onCancel={onCancel}
      />
      <div className="flex flex-wrap items-center gap-1.5">
        <Button size="s" tone="primary" unavailable={busy} onClick={() => void send()} shortcut="Ctrl ↵" aria-keyshortcuts="Control+Enter">
          {busy ? 'Sending…' : submit}
        </Button>
        {onCancel === undefined ? null : (
          <Button size="s" onClick={onCancel} shortcut="Esc">
            Cancel
          </Button>
        )}
        {length > COMMENT_MAX * 0.9 ? <span className="text-ink-3 text-small">{`${length} of ${COMMENT_MAX}`}</span> : null}
      </div>
    </div>
  );
}
