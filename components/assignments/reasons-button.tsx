'use client';

import { type FormEvent, useId, useState } from 'react';
import { useAct } from '@/components/acting/use-act';
import { Button } from '@/components/ui/button';
import { Dialog, DialogClose } from '@/components/ui/dialog';
import { ErrorNote } from '@/components/ui/error-note';
import { toast } from '@/components/ui/toast';
import { newId } from '@/lib/kernel/ids';
import { saveReturnReasons } from '@/lib/review/return-reasons/actions';
import { LABEL_MAX, REASONS_MAX, type ReturnReason, type ReturnReasons } from '@/lib/review/return-reasons/return-reason';

/** The desk's own list of why claims go back: added to, renamed, retired. */
export function ReasonsButton({ now }: { now: ReturnReasons }) {
  const formId = useId();
  const [open, setOpen] = useState(false);
  const [rows, setRows] = useState<readonly ReturnReason[]>(now.reasons);
  const { busy, error, act, forget } = useAct(saveReturnReasons);
  const change = (id: string, part: Partial<ReturnReason>) =>
    setRows((kept) => kept.map((row) => (row.id === id ? { ...row, ...part } : row)));

  async function save(event: FormEvent): Promise<void> {
    event.preventDefault();
    const known = new Set(now.reasons.map(({ id }) => id));
    // What was added and left empty was not meant.
    const reasons = rows.filter(({ id, label }) => known.has(id) || label.trim() !== '');
    const saved = await act({ version: now.version, reasons });
    if (saved === null) return;
    setOpen(false);
    toast('The reasons for a return are saved.');
  }

  return (
    <Dialog
      title="Reasons for a return"
      description="Editors choose one when they return a claim, and can write more beside it."
      trigger={<Button size="s">Reasons for a return…</Button>}
      open={open}
      onOpenChange={(next) => {
        if (next) setRows(now.reasons);
        setOpen(next);
        forget();
      }}
      footer={
        <>
          <DialogClose>Cancel</DialogClose>
          <Button type="submit" form={formId} tone="primary" unavailable={busy} shortcut="↵">
            {busy ? 'Saving…' : 'Save'}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={(event) => void save(event)} noValidate className="mt-1 grid gap-2">
        {rows.map(({ id, label, retired }, at) => (
          <div key={id} className="flex items-center gap-2">
            <input
              className={retired ? 'input line-through' : 'input'}
              aria-label={`Reason ${at + 1}${retired ? ', retired' : ''}`}
              maxLength={LABEL_MAX}
              value={label}
              onChange={({ target }) => change(id, { label: target.value })}
            />
            <Button size="s" onClick={() => change(id, { retired: !retired })} aria-label={`${retired ? 'Use again' : 'Retire'}: ${label}`}>
              {retired ? 'Use again' : 'Retire'}
            </Button>
          </div>
        ))}
        {rows.length >= REASONS_MAX ? null : (
          <Button
            size="s"
            className="justify-self-start"
            onClick={() => setRows((kept) => [...kept, { id: newId(), label: '', retired: false }])}
          >
            Add a reason
          </Button>
        )}
        {error === null ? null : (
          <ErrorNote title="Not saved yet.">
            {error.code === 'STALE'
              ? 'Somebody else changed the list meanwhile. Close this and open it again to see theirs.'
              : error.message}
          </ErrorNote>
        )}
      </form>
    </Dialog>
  );
}
