'use client';

import { useState } from 'react';
import { useAct } from '@/components/acting/use-act';
import { Button } from '@/components/ui/button';
import { TextArea } from '@/components/ui/text-area';
import { toast } from '@/components/ui/toast';
import { publishReport } from '@/lib/publication/actions';
import { NOTE_MAX } from '@/lib/publication/publication';
import { counted } from '@/lib/text/counted';
import { AccessFields } from './access-fields';
import { type AccessFaults, faultsOf, NO_ACCESS, toAccess } from './access-values';
import { ActForm } from './act-form';

type PublishDialogProps = {
  articleId: string;
  /** 0: not published so far. */
  version: number;
  preview: { readonly fingerprint: string; readonly claims: number; readonly people: readonly string[]; readonly sources: number };
};

/** Says what becomes public, and publishes it: the first time with who may read it, later as a correction. */
export function PublishDialog({ articleId, version, preview }: PublishDialogProps) {
  const first = version === 0;
  const [open, setOpen] = useState(false);
  const [values, setValues] = useState(NO_ACCESS);
  const [faults, setFaults] = useState<AccessFaults>({});
  const [note, setNote] = useState('');
  const { busy, error, act, forget } = useAct(publishReport);

  async function send(): Promise<void> {
    const wrong = first ? faultsOf(values, new Date()) : {};
    setFaults(wrong);
    if (Object.keys(wrong).length > 0) return;
    const { fingerprint } = preview;
    const done = await act({ articleId, version, fingerprint, note, access: first ? toAccess(values) : null });
    if (done === null) return;
    setOpen(false);
    setNote('');
    toast(first ? 'Published.' : 'The correction is published.');
  }

  return (
    <ActForm
      title={first ? 'Publish the report' : 'Publish a correction'}
      description={
        first
          ? 'Whoever has the link can read it, without an account. What is published stays as it is, whatever becomes of the article.'
          : 'It takes the place of what stands at the link. What changed is listed on it by claim number; the earlier edition stays readable.'
      }
      trigger={<Button tone="primary">{first ? 'Publish…' : 'Publish a correction…'}</Button>}
      open={open}
      onOpenChange={(next) => {
        setOpen(next);
        forget();
      }}
      busy={busy}
      error={error}
      submit={first ? 'Publish' : 'Publish the correction'}
      onSubmit={() => void send()}
    >
      <div className="grid gap-1.5 rounded-m bg-sunken px-3 py-2.5">
        <p className="font-medium">This becomes public:</p>
        <ul className="grid list-disc gap-1 ps-4.5 text-ink-2">
          <li>the whole text of the article,</li>
          <li>
            {counted(preview.claims, 'approved claim')} with notes, evidence and findings, and {counted(preview.sources, 'named source')},
          </li>
          <li>
            the {preview.people.length === 1 ? 'name' : 'names'} of{' '}
            {preview.people.map((name, at) => (
              <span key={name}>
                {at === 0 ? '' : at === preview.people.length - 1 ? ' and ' : ', '}
                <bdi>{name}</bdi>
              </span>
            ))}
            .
          </li>
        </ul>
        <p className="text-ink-3 text-small">Not: desk notes, comments, reasons given to checkers, and claims that are not approved.</p>
      </div>
      {first ? (
        <AccessFields values={values} faults={faults} locked={false} onChange={setValues} />
      ) : (
        <TextArea
          label="What was corrected, in a sentence (optional)"
          hint={`Stands on the report, with the date. At most ${NOTE_MAX} characters.`}
          dir="auto"
          rows={2}
          value={note}
          onChange={({ currentTarget }) => setNote(currentTarget.value)}
        />
      )}
    </ActForm>
  );
}
