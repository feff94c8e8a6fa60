'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { ErrorNote } from '@/components/ui/error-note';
import { TextArea } from '@/components/ui/text-area';
import { toast } from '@/components/ui/toast';
import { closeEdition, reopenEdition } from '@/lib/publication/actions';
import { CLOSING_REASON_MAX } from '@/lib/publication/publication';
import { ActForm } from './act-form';
import { useShownAct } from './use-shown-act';

type EditionProps = { articleId: string; version: number; number: number };

/** Takes one earlier edition back, with a reason for the desk. */
export function CloseDialog({ articleId, version, number }: EditionProps) {
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const { busy, error, act, forget } = useShownAct(closeEdition, version);

  async function send(): Promise<void> {
    if ((await act({ articleId, version, number, reason })) === null) return;
    setOpen(false);
    setReason('');
    toast(`Edition ${number} is closed.`);
  }

  return (
    <ActForm
      title={`Close edition ${number}`}
      description="Its page and its data then answer as if there had never been any. Other editions stay, and tell of the corrections around it by claim number only; remarks on other editions stay as they were written. You can open it again later."
      trigger={
        <Button size="s" tone="quiet" aria-label={`Close edition ${number}…`}>
          Close…
        </Button>
      }
      open={open}
      onOpenChange={(next) => {
        setOpen(next);
        forget();
      }}
      busy={busy}
      error={error}
      submit="Close the edition"
      tone="alarm"
      onSubmit={() => void send()}
    >
      <TextArea
        label="Why"
        hint={`For the desk alone: nobody outside sees it. At most ${CLOSING_REASON_MAX} characters.`}
        dir="auto"
        rows={2}
        value={reason}
        onChange={({ currentTarget }) => setReason(currentTarget.value)}
      />
    </ActForm>
  );
}

/** Gives a closed edition back as it was published. */
export function ReopenButton({ articleId, version, number }: EditionProps) {
  const { busy, error, act } = useShownAct(reopenEdition, version);
  return (
    <>
      <Button
        size="s"
        unavailable={busy}
        aria-label={`Open edition ${number} again`}
        onClick={() => void act({ articleId, version, number })}
      >
        {busy ? 'Sending…' : 'Open again'}
      </Button>
      {error === null ? null : <ErrorNote title="Not done.">{error.message}</ErrorNote>}
    </>
  );
}
