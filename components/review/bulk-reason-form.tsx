import { type FormEvent, useLayoutEffect, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { TextArea } from '@/components/ui/text-area';
import { REASON_MAX } from '@/lib/claims/claim';
import { returnClaimInput } from '@/lib/review/schema';
import { findReasonDraft, keepReasonDraft } from './drafts';

/** What a reason for many claims is kept under. */
const MANY = 'many';

type BulkReasonFormProps = { count: number; onSend: (reason: string) => void; onCancel: () => void };

/** One reason for all of them; each checker reads it at their claims. */
export function BulkReasonForm({ count, onSend, onCancel }: BulkReasonFormProps) {
  const [text, setText] = useState(() => findReasonDraft(MANY));
  const [error, setError] = useState<string | null>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => field.current?.focus(), []);
  function send(event?: FormEvent): void {
    event?.preventDefault();
    const checked = returnClaimInput.shape.reason.safeParse(text);
    if (checked.success) {
      keepReasonDraft(MANY, '');
      return onSend(checked.data);
    }
    setError(checked.error.issues[0]?.message ?? 'Say why.');
    field.current?.focus();
  }
  return (
    <form
      onSubmit={send}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return;
        if (event.key === 'Escape') onCancel();
        else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) send();
        else return;
        event.preventDefault();
        event.stopPropagation();
      }}
      noValidate
      className="mt-2.5 grid gap-2.5"
    >
      <TextArea
        ref={field}
        dir="auto"
        rows={3}
        label={count === 1 ? 'Why does this claim go back?' : `Why do these ${count} claims go back?`}
        hint="Each claim gets this reason, and it stays in its history."
        error={error}
        aside={text.length > REASON_MAX * 0.9 ? <span className="text-ink-3 text-small">{`${text.length} of ${REASON_MAX}`}</span> : null}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          keepReasonDraft(MANY, event.target.value);
          setError(null);
        }}
      />
      <div className="flex flex-wrap gap-2">
        <Button type="submit" tone="primary" size="s" shortcut="Ctrl ↵" aria-keyshortcuts="Control+Enter">
          Return {count}
        </Button>
        <Button size="s" shortcut="Esc" onClick={onCancel}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
