'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { toast } from '@/components/ui/toast';
import { setAccess } from '@/lib/publication/actions';
import type { Publication } from '@/lib/publication/publication';
import { AccessFields } from './access-fields';
import { type AccessFaults, faultsOf, toAccess, toAccessValues } from './access-values';
import { ActForm } from './act-form';
import { useShownAct } from './use-shown-act';

/** Changes who may read a published report, and until when. */
export function AccessDialog({ publication }: { publication: Publication }) {
  const { articleId, version, locked } = publication;
  const [open, setOpen] = useState(false);
  const [values, setValues] = useState(() => toAccessValues(publication));
  const [faults, setFaults] = useState<AccessFaults>({});
  const { busy, error, act, forget } = useShownAct(setAccess, version);

  async function send(): Promise<void> {
    const wrong = faultsOf(values, new Date());
    setFaults(wrong);
    if (Object.keys(wrong).length > 0) return;
    if ((await act({ articleId, version, access: toAccess(values) })) === null) return;
    setOpen(false);
    toast('Saved.');
  }

  return (
    <ActForm
      title="Who may read it"
      description="Holds at once, also for those who have read it before."
      trigger={<Button>Who may read it…</Button>}
      open={open}
      onOpenChange={(next) => {
        setOpen(next);
        if (next) setValues(toAccessValues(publication));
        forget();
      }}
      busy={busy}
      error={error}
      submit="Save"
      onSubmit={() => void send()}
    >
      <AccessFields values={values} faults={faults} locked={locked} onChange={setValues} />
    </ActForm>
  );
}
