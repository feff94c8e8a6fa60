'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useActorId } from '@/components/acting/acting-as';
import { Button } from '@/components/ui/button';
import { ErrorNote } from '@/components/ui/error-note';
import { toast } from '@/components/ui/toast';
import { sendOnce } from '@/lib/delivery/send-once';
import { newId } from '@/lib/kernel/ids';
import { restorePublication, revokePublication } from '@/lib/publication/actions';
import { ActForm } from './act-form';
import { useShownAct } from './use-shown-act';

type VersionProps = { articleId: string; version: number };

/** Takes the link back, once that was confirmed. */
export function RevokeDialog({ articleId, version }: VersionProps) {
  const router = useRouter();
  const actorId = useActorId();
  const [open, setOpen] = useState(false);
  const { busy, error, act, forget } = useShownAct(revokePublication, version);

  async function send(): Promise<void> {
    const done = await act({ articleId, version });
    if (done === null) return;
    setOpen(false);
    const undo = async () => {
      const back = await sendOnce(restorePublication, { key: newId(), actorId, articleId, version: done.version });
      if (!back.ok) toast(`Not undone. ${back.error.message}`);
      router.refresh();
    };
    toast('Revoked: the link tells nobody anything now.', { action: { label: 'Undo', run: () => void undo() } });
  }

  return (
    <ActForm
      title="Revoke the report"
      description="From now on the link, its earlier editions and what is embedded elsewhere answer as if there had never been a report. What readers have saved stays with them. You can give the same link back later."
      trigger={<Button tone="alarm">Revoke…</Button>}
      open={open}
      onOpenChange={(next) => {
        setOpen(next);
        forget();
      }}
      busy={busy}
      error={error}
      submit="Revoke"
      tone="alarm"
      onSubmit={() => void send()}
    />
  );
}

/** Gives a revoked link back, with the edition it led to. */
export function RestoreButton({ articleId, version }: VersionProps) {
  const { busy, error, act } = useShownAct(restorePublication, version);
  return (
    <>
      <Button unavailable={busy} onClick={() => void act({ articleId, version })}>
        {busy ? 'Sending…' : 'Give the link back'}
      </Button>
      {error === null ? null : <ErrorNote title="Not done.">{error.message}</ErrorNote>}
    </>
  );
}
