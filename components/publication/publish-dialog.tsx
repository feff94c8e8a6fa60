'use client';

import { useState } from 'react';
import { useAct } from '@/components/acting/use-act';
import { ChoiceFields } from '@/components/choices/choice-fields';
import { Button } from '@/components/ui/button';
import { ErrorNote } from '@/components/ui/error-note';
import { TextArea } from '@/components/ui/text-area';
import { toast } from '@/components/ui/toast';
import { writeAsked } from '@/lib/export/choice';
import { publishReport } from '@/lib/publication/actions';
import type { Preview } from '@/lib/publication/preview';
import { NOTE_MAX } from '@/lib/publication/publication';
import { AccessFields } from './access-fields';
import { type AccessFaults, faultsOf, NO_ACCESS, toAccess } from './access-values';
import { ActForm } from './act-form';
import { BecomesPublic } from './becomes-public';

type PublishDialogProps = {
  articleId: string;
  /** 0: not published so far. */
  version: number;
  preview: Preview;
};

/** Says what becomes public, and publishes it: the first time with who may read it, later as a correction. */
export function PublishDialog({ articleId, version, preview }: PublishDialogProps) {
  const first = version === 0;
  const [open, setOpen] = useState(false);
  const [values, setValues] = useState(NO_ACCESS);
  const [faults, setFaults] = useState<AccessFaults>({});
  const [note, setNote] = useState('');
  const [choices, setChoices] = useState(preview.choices);
  const isEmpty = choices.parts.length === 0;
  const { busy, error, act, forget } = useAct(publishReport);

  async function send(): Promise<void> {
    const wrong = first ? faultsOf(values, new Date()) : {};
    setFaults(wrong);
    if (isEmpty || Object.keys(wrong).length > 0) return;
    const { fingerprint } = preview;
    const done = await act({
      articleId,
      version,
      fingerprint,
      note,
      access: first ? toAccess(values) : null,
      choices: writeAsked(choices),
    });
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
      <BecomesPublic preview={preview} choices={choices} />
      <details open={Object.keys(writeAsked(preview.choices)).length > 0} className="grid gap-2">
        <summary className="min-h-6 cursor-pointer font-medium">Parts, and what is withheld</summary>
        <div className="grid gap-3 pt-2">
          <ChoiceFields value={choices} onChange={setChoices} />
          {first ? null : (
            <p className="text-ink-2">
              Earlier editions stay readable as they are, with what they hold. To take them back, revoke the link.
            </p>
          )}
        </div>
      </details>
      {isEmpty ? <ErrorNote title="Nothing to publish.">Choose at least one part.</ErrorNote> : null}
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
