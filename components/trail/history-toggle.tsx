import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { HistoryView } from './history-view';

type HistoryToggleProps = {
  claim: { readonly id: string; readonly version: number };
  userId: string;
  /** Where the page finds it, and the key that presses it. */
  button: { readonly id: string; readonly shortcut?: string; readonly 'aria-keyshortcuts'?: string };
};

/** All that was done with a claim, once somebody asks. Only to be read: what is restored here would change what is being decided. */
export function HistoryToggle({ claim: { id, version }, userId, button }: HistoryToggleProps) {
  const [open, setOpen] = useState(false);
  return (
    <div className="mt-2 grid gap-2">
      <Button {...button} size="s" tone="quiet" className="justify-self-start" aria-expanded={open} onClick={() => setOpen(!open)}>
        {open ? 'Fold the history' : 'Every change, field by field'}
      </Button>
      {open ? <HistoryView claimId={id} userId={userId} version={version} /> : null}
    </div>
  );
}
