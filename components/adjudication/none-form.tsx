import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { TextArea } from '@/components/ui/text-area';
import type { Decision } from '@/lib/adjudication/decision';
import { REASON_MAX } from '@/lib/claims/claim';
import { findReasonDraft, keepReasonDraft } from './drafts';

type NoneFormProps = { comparisonKey: string; names: string; begun: string; onSend: (decision: Decision) => void; onCancel: () => void };

/** Why there will be no claim. What is written is kept when the form is closed, or the page read anew. */
export function NoneForm({ comparisonKey, names, begun, onSend, onCancel }: NoneFormProps) {
  const [text, setText] = useState(() => findReasonDraft(comparisonKey) || begun);
  const [error, setError] = useState<string | null>(null);
  const area = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    area.current?.focus();
  }, []);

  function send(event?: FormEvent): void {
    event?.preventDefault();
    const reason = text.trim();
    if (reason !== '' && reason.length <= REASON_MAX) {
      keepReasonDraft(comparisonKey, '');
      return onSend({ kind: 'none', reason });
    }
    setError(reason === '' ? 'Say why there will be no claim.' : `A reason has at most ${REASON_MAX} characters.`);
    area.current?.focus();
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') onCancel();
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) send();
    else return;
    event.preventDefault();
  }

  return (
    <form onSubmit={send} onKeyDown={onKeyDown} noValidate className="grid max-w-[46rem] gap-2.5">
      <TextArea
        ref={area}
        dir="auto"
        rows={3}
        label={`Why is there no claim in ${names}?`}
        hint="Whoever marked it reads this, and it stays in the claim’s history."
        error={error}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          keepReasonDraft(comparisonKey, event.target.value);
          setError(null);
        }}
      />
      <div className="flex flex-wrap gap-2">
        <Button type="submit" tone="primary" shortcut="Ctrl ↵" aria-keyshortcuts="Control+Enter">
          No claim, next
        </Button>
        <Button shortcut="Esc" onClick={onCancel}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
