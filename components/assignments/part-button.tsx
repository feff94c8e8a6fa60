'use client';

import { useState } from 'react';
import { useAct } from '@/components/acting/use-act';
import { Button } from '@/components/ui/button';
import { Dialog, DialogClose } from '@/components/ui/dialog';
import { ErrorNote } from '@/components/ui/error-note';
import { toast } from '@/components/ui/toast';
import { giveBack, handIn, takeCheck } from '@/lib/assignments/actions';
import type { OwnPart } from '@/lib/assignments/desk-work';
import { DueWords } from './due-words';

type PartButtonProps = { article: { readonly id: string; readonly title: string }; part: OwnPart };

/** One's own part of the article, in the bar above its text: whether it is checked blind, when it is due, and what ends it. */
export function PartButton({ article, part: { state, blind, dueAt } }: PartButtonProps) {
  const [open, setOpen] = useState(false);
  const done = useAct(handIn);
  const back = useAct(giveBack);
  const again = useAct(takeCheck);
  const isOpen = state === 'held' || state === 'lapsed';
  const error = done.error ?? back.error ?? again.error;
  const busy = done.busy || back.busy || again.busy;
  const articleId = article.id;

  async function send(act: () => Promise<unknown>, said: string): Promise<void> {
    if ((await act()) === null) return;
    setOpen(false);
    toast(said);
  }

  return (
    <Dialog
      title="Your part in checking this"
      description={<bdi>{article.title}</bdi>}
      trigger={<Button size="s">{blind ? (isOpen ? 'Blind: hand in…' : 'Blind') : 'Hand in…'}</Button>}
      open={open}
      onOpenChange={setOpen}
      footer={
        <>
          <DialogClose>Close</DialogClose>
          {isOpen ? (
            <Button
              unavailable={busy}
              onClick={() => void send(() => back.act({ articleId }), `“${article.title}” is back in the pool. What you made is kept.`)}
            >
              Give back
            </Button>
          ) : null}
          {state === 'lapsed' ? (
            <Button unavailable={busy} onClick={() => void send(() => again.act({ articleId }), 'It is yours again for half an hour.')}>
              Take it again
            </Button>
          ) : null}
          {isOpen ? (
            <Button
              tone="primary"
              unavailable={busy}
              onClick={() => void send(() => done.act({ articleId }), `You have handed in your check of “${article.title}”.`)}
            >
              Hand in my check
            </Button>
          ) : null}
        </>
      }
    >
      <div className="mt-1 grid gap-3">
        {blind ? <p>{toWords(state)}</p> : <p>Hand it in once everything is submitted: that ends your part.</p>}
        {state === 'lapsed' ? <p>You saved nothing for half an hour, so somebody else can take it. What you made is kept.</p> : null}
        {dueAt === null || !isOpen ? null : (
          <p>
            It is <DueWords at={dueAt} />.
          </p>
        )}
        {error === null ? null : <ErrorNote title="Not done.">{error.message}</ErrorNote>}
      </div>
    </Dialog>
  );
}

function toWords(state: OwnPart['state']): string {
  if (state === 'handed_in') return 'This article is checked blind, and you have handed in. You see the others’ work once all have.';
  if (state === 'ended') {
    return 'This article is checked blind by others. Its claims are theirs until all have handed in; then everybody sees them and they are decided.';
  }
  return 'This article is checked blind: until all who check it have handed in, each sees their own claims only. Hand in once everything is submitted; that ends your part.';
}
