import { type KeyboardEvent, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { TextArea } from '@/components/ui/text-area';
import { type Body, COMMENT_MAX, toBody } from '@/lib/comments/body';
import { bodyInput } from '@/lib/comments/schema';
import type { PersonRef } from '@/lib/kernel/person';
import { findDraft, keepDraft } from './drafts';
import { callAt, wrapped } from './signs';

type ComposerProps = {
  label: string;
  submit: string;
  userId: string;
  /** Where it is written, for what the browser keeps of it. */
  place: string;
  people: readonly PersonRef[];
  /** What stands there when nothing was begun. */
  start?: string;
  autoFocus?: boolean;
  /** Why it was not taken, or null when it was. */
  onSend: (body: Body) => Promise<string | null>;
  onCancel?: (() => void) | undefined;
};

const MARKS = [
  { name: 'Bold', letter: 'B', before: '**', after: '**', key: 'b' },
  { name: 'Italic', letter: 'I', before: '_', after: '_', key: 'i' },
  { name: 'Link', letter: 'Link', before: '[', after: '](https://)', key: 'k' },
  { name: 'List', letter: 'List', before: '\n- ', after: '', key: null },
] as const;

/** What somebody says, in a few signs. What was typed outlives the form, the page and a failure; `@` calls somebody. */
export function Composer({ label, submit, userId, place, people, start = '', autoFocus = false, onSend, onCancel }: ComposerProps) {
  const [text, setText] = useState(() => findDraft(userId, place) ?? start);
  const [caret, setCaret] = useState(0);
  const [error, setError] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const call = callAt(text, caret, people);

  function change(next: string, at: number): void {
    setText(next);
    setCaret(at);
    setError(null);
    keepDraft(userId, place, next === start ? null : next);
  }

  /** Writes into the field as if typed, with the caret or the selection where it belongs. */
  function put(next: { readonly text: string; readonly from: number; readonly to: number }): void {
    change(next.text, next.to);
    requestAnimationFrame(() => {
      field.current?.focus();
      field.current?.setSelectionRange(next.from, next.to);
    });
  }

  function mark(at: number): void {
    const { selectionStart = text.length, selectionEnd = text.length } = field.current ?? {};
    const chosen = MARKS[at];
    if (chosen !== undefined) put(wrapped(text, { from: selectionStart, to: selectionEnd }, chosen));
  }

  async function send(): Promise<void> {
    if (busy) return;
    const checked = bodyInput.safeParse(toBody(text, people));
    if (!checked.success) {
      setError(checked.error.issues[0]?.message ?? 'Write something.');
      field.current?.focus();
      return;
    }
    setBusy(true);
    const refusal = await onSend(checked.data);
    setBusy(false);
    setError(refusal);
    if (refusal !== null) return;
    keepDraft(userId, place, null);
    setText('');
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing) return;
    const withCtrl = event.ctrlKey || event.metaKey;
    const marked = withCtrl && !event.altKey ? MARKS.findIndex(({ key }) => key === event.key.toLowerCase()) : -1;
    if (marked >= 0) mark(marked);
    else if (event.key === 'Enter' && withCtrl) void send();
    else if (event.key === 'Tab' && !event.shiftKey && call !== null) put(call.first);
    else if (event.key === 'Escape' && onCancel !== undefined) onCancel();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <div className="grid gap-1.5">
      <TextArea
        ref={field}
        dir="auto"
        rows={3}
        label={label}
        hint="@ calls somebody. Editors and checkers read it; no export does."
        error={error}
        aside={text.length > COMMENT_MAX * 0.9 ? <span className="text-ink-3 text-small">{`${text.length} of ${COMMENT_MAX}`}</span> : null}
        value={text}
        onKeyDown={onKeyDown}
        autoFocus={autoFocus}
        onChange={({ target }) => change(target.value, target.selectionStart)}
        onSelect={({ currentTarget }) => setCaret(currentTarget.selectionStart)}
      />
      {call === null ? null : (
        <fieldset aria-label="Call somebody" className="flex flex-wrap gap-1">
          {call.offers.map(({ id, name, put: next }, at) => (
            <Button key={id} size="s" onClick={() => put(next)} shortcut={at === 0 ? 'Tab' : undefined}>
              <bdi>@{name}</bdi>
            </Button>
          ))}
        </fieldset>
      )}
      <div className="flex flex-wrap items-center gap-1.5">
        <Button size="s" tone="primary" unavailable={busy} onClick={() => void send()} shortcut="Ctrl ↵" aria-keyshortcuts="Control+Enter">
          {busy ? 'Sending…' : submit}
        </Button>
        {onCancel === undefined ? null : (
          <Button size="s" onClick={onCancel} shortcut="Esc">
            Cancel
          </Button>
        )}
        <span className="ml-auto flex gap-0.5">
          {MARKS.map(({ name, letter, key }, at) => (
            <Button
              key={name}
              size="s"
              tone="quiet"
              aria-label={name}
              title={key === null ? name : `${name} (Ctrl ${key.toUpperCase()})`}
              onClick={() => mark(at)}
            >
              {letter}
            </Button>
          ))}
        </span>
      </div>
    </div>
  );
}
