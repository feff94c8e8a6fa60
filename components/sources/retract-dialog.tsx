'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useActorId } from '@/components/acting/acting-as';
import { useAct } from '@/components/acting/use-act';
import { Button } from '@/components/ui/button';
import { TextArea } from '@/components/ui/text-area';
import { toast } from '@/components/ui/toast';
import { sendOnce } from '@/lib/delivery/send-once';
import { newId } from '@/lib/kernel/ids';
import { retractSource, unretractSource } from '@/lib/sources/actions';
import { retractSourceInput } from '@/lib/sources/schema';
import { counted } from '@/lib/text/counted';
import { ActDialog } from './act-dialog';
import { awaitArrival } from './arrival';
import type { SourceHandle } from './source-handle';

/** Says that the source no longer stands, and why. Nothing is deleted. */
export function RetractDialog({ source }: { source: SourceHandle }) {
  const router = useRouter();
  const actorId = useActorId();
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const [fault, setFault] = useState<string | null>(null);
  const { busy, error, act, forget } = useAct(retractSource);

  async function send(): Promise<void> {
    const checked = retractSourceInput.shape.reason.safeParse(reason);
    setFault(checked.success ? null : (checked.error.issues[0]?.message ?? 'Say why.'));
    if (!checked.success) return;
    const done = await act({ sourceId: source.id, version: source.version, reason: checked.data });
    if (done === null) return;
    awaitArrival(`retraction ${source.id}`);
    setOpen(false);
    setReason('');
    const { id, version } = done.source;
    const undo = async () => {
      const back = await sendOnce(unretractSource, { key: newId(), actorId, sourceId: id, version });
      // The button above the source’s name does the same, and says why if it cannot.
      if (!back.ok) toast(`Not undone. ${back.error.message}`);
      router.refresh();
    };
    const claims = done.articles.reduce((sum, { claimNumbers }) => sum + claimNumbers.length, 0);
    const leaning = claims === 0 ? 'No claim leans on it.' : `${counted(claims, 'claim')} to look at again.`;
    toast(`“${source.name}” is retracted. ${leaning}`, { action: { label: 'Undo', run: () => void undo() } });
  }

  return (
    <ActDialog
      title="Retract this source"
      description={
        <>
          For a source that turned out not to stand. Claims stay as they are;{' '}
          {source.claims === 0
            ? 'none leans on it now.'
            : `the ${counted(source.claims, 'claim')} in ${counted(source.articles, 'article')} that lean on it are listed on its page.`}
        </>
      }
      trigger={<Button size="s">Retract…</Button>}
      open={open}
      onOpenChange={(next) => {
        setOpen(next);
        forget();
      }}
      busy={busy}
      error={error}
      submit="Retract it"
      onSubmit={() => void send()}
    >
      <TextArea
        label="Why"
        dir="auto"
        value={reason}
        error={fault}
        onChange={({ target }) => {
          setReason(target.value);
          setFault(null);
        }}
      />
    </ActDialog>
  );
}
