'use client';

import { type FormEvent, useId, useState } from 'react';
import { useAct } from '@/components/acting/use-act';
import { Button } from '@/components/ui/button';
import { Dialog, DialogClose } from '@/components/ui/dialog';
import { ErrorNote } from '@/components/ui/error-note';
import { toast } from '@/components/ui/toast';
import { handOn } from '@/lib/assignments/actions';
import { counted } from '@/lib/text/counted';
import { useColleagues } from './colleagues';

/** Gives everything that somebody has not finished to somebody else. */
export function HandOnButton({ from }: { from: { readonly id: string; readonly name: string } }) {
  const formId = useId();
  const colleagues = useColleagues();
  const [open, setOpen] = useState(false);
  const [toId, setTo] = useState('');
  const { busy, error, act, forget } = useAct(handOn);

  async function send(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (toId === '') return;
    const done = await act({ fromId: from.id, toId });
    if (done === null) return;
    setOpen(false);
    toast(`The work of ${from.name} on ${counted(done.articles, 'article')} was handed on.`);
  }

  return (
    <Dialog
      title="Hand on"
      description={
        <>
          Everything <bdi>{from.name}</bdi> has not finished: articles, drafts and returned claims. The claims keep the name of who made
          them.
        </>
      }
      trigger={
        <Button size="s" aria-label={`Hand on the work of ${from.name}`}>
          Hand on…
        </Button>
      }
      open={open}
      onOpenChange={(next) => {
        setOpen(next);
        forget();
      }}
      footer={
        <>
          <DialogClose>Cancel</DialogClose>
          <Button type="submit" form={formId} tone="primary" unavailable={busy || toId === ''} shortcut="↵">
            {busy ? 'Handing on…' : 'Hand on'}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={(event) => void send(event)} className="mt-1 grid gap-3">
        <label className="grid gap-1.5">
          <span className="font-medium">To whom</span>
          <select className="input" value={toId} onChange={({ target }) => setTo(target.value)}>
            <option value="">Choose somebody</option>
            {colleagues
              .filter(({ id, left }) => id !== from.id && !left)
              .map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
          </select>
        </label>
        {error === null ? null : <ErrorNote title="Not done.">{error.message}</ErrorNote>}
      </form>
    </Dialog>
  );
}
