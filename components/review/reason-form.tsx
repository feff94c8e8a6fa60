import { type FormEvent, type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { TextArea } from '@/components/ui/text-area';
import { REASON_MAX } from '@/lib/claims/claim';
import { reasonText } from '@/lib/review/return-reasons/return-reason';
import { returnClaimInput } from '@/lib/review/schema';
import { findReasonDraft, keepReasonDraft } from './drafts';
import { ReasonChoices } from './reason-choices';
import { useReturnReasons } from './return-reasons';

type ReasonFormProps = {
  kind: 'return' | 'reject';
  claim: { readonly id: string; readonly number: number; readonly checker: string };
  onSend: (reason: string, reasonId: string | null) => void;
  onCancel: () => void;
};

/** Asks why. What is written is kept when the form is closed, also for the other of the two decisions. */
export function ReasonForm({ kind, claim, onSend, onCancel }: ReasonFormProps) {
  const [text, setText] = useState(() => findReasonDraft(claim.id));
  const [error, setError] = useState<string | null>(null);
  const [chosen, setChosen] = useState<string | null>(null);
  const reasons = useReturnReasons();
  const field = useRef<HTMLTextAreaElement>(null);
  // As it appears, which is a moment after the key: what is typed next is for it.
  useLayoutEffect(() => {
    const area = field.current;
    area?.focus();
    area?.setSelectionRange(area.value.length, area.value.length);
  }, []);

  function change(next: string): void {
    setText(next);
    setError(null);
    keepReasonDraft(claim.id, next);
  }

  function choose(id: string | null): void {
    setChosen(id);
    setError(null);
  }

  function send(event?: FormEvent) {
    event?.preventDefault();
    const reason = reasons.find(({ id }) => id === chosen) ?? null;
    const checked = returnClaimInput.shape.reason.safeParse(reasonText(reason, text));
    if (checked.success) return onSend(checked.data, reason?.id ?? null);
    setError(checked.error.issues[0]?.message ?? 'Say why.');
    field.current?.focus();
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing) return;
    // By its place on the keyboard: Alt makes another character of it on some.
    const digit = event.altKey && !event.ctrlKey && kind === 'return' ? /^Digit([1-9])$/.exec(event.code)?.[1] : undefined;
    const picked = digit === undefined ? undefined : reasons[Number(digit) - 1];
    if (picked !== undefined) choose(chosen === picked.id ? null : picked.id);
    else if (event.key === 'Escape') onCancel();
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) send();
    else return;
    event.preventDefault();
  }

  return (
    <form onSubmit={send} onKeyDown={onKeyDown} noValidate className="grid gap-2.5">
      {kind === 'return' ? <ReasonChoices chosen={chosen} onChoose={choose} /> : null}
      <TextArea
        ref={field}
        dir="auto"
        rows={4}
        label={kind === 'return' ? `Why does claim ${claim.number} go back?` : `Why is claim ${claim.number} rejected?`}
        hint={
          <>
            <bdi>{claim.checker}</bdi> will read it, and it stays in the claim’s history.
          </>
        }
        aside={text.length > REASON_MAX * 0.9 ? <span className="text-ink-3 text-small">{`${text.length} of ${REASON_MAX}`}</span> : null}
        error={error}
        value={text}
        onChange={(event) => change(event.target.value)}
      />
      <div className="flex flex-wrap gap-2">
        <Button type="submit" tone="primary" shortcut="Ctrl ↵" aria-keyshortcuts="Control+Enter" className="decide-button">
          {kind === 'return' ? 'Return, next' : 'Reject, next'}
        </Button>
        <Button shortcut="Esc" onClick={onCancel} className="decide-button">
          Cancel
        </Button>
      </div>
    </form>
  );
}
