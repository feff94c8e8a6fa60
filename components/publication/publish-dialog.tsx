'use client';

import { useState } from 'react';
import { ChoiceFields } from '@/components/choices/choice-fields';
import { Button } from '@/components/ui/button';
import { ErrorNote } from '@/components/ui/error-note';
import { TextArea } from '@/components/ui/text-area';
import { toast } from '@/components/ui/toast';
import { writeAsked } from '@/lib/export/choice';
import { publishReport } from '@/lib/publication/actions';
import { editionsWords } from '@/lib/publication/editions-words';
import { stillShowing, withholdsAll } from '@/lib/publication/listed';
import type { Preview } from '@/lib/publication/preview';
import { NOTE_MAX, type Publication } from '@/lib/publication/publication';
import { AccessFields } from './access-fields';
import { type AccessFaults, faultsOf, NO_ACCESS, toAccess } from './access-values';
import { ActForm } from './act-form';
import { BecomesPublic } from './becomes-public';
import { CloseEarlier } from './close-earlier';
import { useShownAct } from './use-shown-act';

type PublishDialogProps = {
  articleId: string;
  /** Null: not published so far. */
  publication: Publication | null;
  preview: Preview;
};

/** Says what becomes public, and publishes it: the first time with who may read it, later as a correction. */
export function PublishDialog({ articleId, publication, preview }: PublishDialogProps) {
  const first = publication === null;
  const version = publication?.version ?? 0;
  const [open, setOpen] = useState(false);
  const [values, setValues] = useState(NO_ACCESS);
  const [faults, setFaults] = useState<AccessFaults>({});
  const [note, setNote] = useState('');
  const [choices, setChoices] = useState(preview.choices);
  const isEmpty = choices.parts.length === 0;
  const [closing, setClosing] = useState<boolean | null>(null);
  const showing = stillShowing(publication?.editions ?? [], choices.withheld);
  const closeEarlier = showing.length > 0 && (closing ?? !withholdsAll(publication?.editions[0]?.withheld ?? [], choices.withheld));
  const { busy, error, act, forget } = useShownAct(publishReport, version);

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
      closeEarlier,
    });
    if (done === null) return;
    setOpen(false);
    setNote('');
    setClosing(null);
    const closed = closeEarlier ? ` ${editionsWords(showing)} ${showing.length === 1 ? 'is' : 'are'} closed.` : '';
    toast(first ? 'Published.' : `The correction is published.${closed}`);
  }

  return (
    <ActForm
      title={first ? 'Publish the report' : 'Publish a correction'}
      description={
        first
          ? 'Whoever has the link can read it, without an account. What is published stays as it is, whatever becomes of the article.'
          : `It takes the place of what stands at the link. What changed is listed on it by claim number${closeEarlier ? '.' : '; the earlier edition stays readable.'}`
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
            <p className="text-ink-2">Earlier editions stay readable as they are, with what they hold, until you close them.</p>
          )}
        </div>
      </details>
      {showing.length === 0 ? null : <CloseEarlier showing={showing} checked={closeEarlier} onChange={setClosing} />}
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
