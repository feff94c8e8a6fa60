'use client';

import { useState } from 'react';
import { useAct } from '@/components/acting/use-act';
import { Button } from '@/components/ui/button';
import { ErrorNote } from '@/components/ui/error-note';
import { toast } from '@/components/ui/toast';
import { editSource } from '@/lib/sources/actions';
import { sourceFieldsInput } from '@/lib/sources/schema';
import type { SourceRecord } from '@/lib/sources/source-record';
import { ActDialog } from './act-dialog';
import { EditFields } from './edit-fields';
import { FIELD_LABELS, type FormValues, rebaseValues, type TheirChange, toFormValues } from './edit-values';

type Faults = Readonly<Partial<Record<keyof FormValues, string>>>;

/** Everything the desk writes down about a source, in one form. What is typed outlives a refusal and a newer version. */
export function EditDialog({ record }: { record: SourceRecord }) {
  const [open, setOpen] = useState(false);
  const [base, setBase] = useState(record);
  const [values, setValues] = useState(() => toFormValues(record));
  const [theirs, setTheirs] = useState<readonly TheirChange[]>([]);
  const [faults, setFaults] = useState<Faults>({});
  const { busy, error, act, forget } = useAct(editSource);
  if (base.version < record.version) {
    const rebased = rebaseValues(values, base, record);
    setBase(record);
    setValues(rebased.values);
    if (open) setTheirs(rebased.theirs);
  }
  const field = error?.code === 'INVALID' || error?.code === 'NOT_FOUND' ? fieldOf(error.field) : null;
  const shown = field !== null && error !== null ? { ...faults, [field]: error.message } : faults;

  function change(next: Partial<FormValues>): void {
    setValues({ ...values, ...next });
    setFaults(Object.fromEntries(Object.entries(faults).filter(([name]) => !(name in next))));
  }

  async function send(): Promise<void> {
    const { parent, ...typed } = values;
    const input = { ...typed, parentId: parent?.id ?? null };
    const checked = sourceFieldsInput.safeParse(input);
    if (!checked.success) {
      // The first fault of each field is the one that is shown.
      const issues = checked.error.issues.map(({ path, message }) => [fieldOf(String(path[0])) ?? 'name', message]).reverse();
      return setFaults(Object.fromEntries(issues) as Faults);
    }
    const saved = await act({ sourceId: record.id, version: record.version, ...input });
    if (saved === null) return;
    setBase(saved);
    setValues(toFormValues(saved));
    close();
    toast(`“${saved.name}” is saved.`);
  }

  function close(): void {
    setOpen(false);
    setTheirs([]);
    setFaults({});
    forget();
  }

  return (
    <ActDialog
      title="Edit this source"
      trigger={
        <Button size="s" shortcut="e" aria-keyshortcuts="e" data-act="edit">
          Edit
        </Button>
      }
      open={open}
      // What was typed is kept when the dialog is closed by mistake.
      onOpenChange={(next) => (next ? setOpen(true) : close())}
      busy={busy}
      error={field === null ? error : null}
      submit="Save"
      onSubmit={() => void send()}
    >
      <EditFields values={values} faults={shown} except={record.id} onChange={change} />
      {theirs.length === 0 ? null : <TheirChanges changes={theirs} />}
    </ActDialog>
  );
}

/** What somebody else wrote meanwhile, and what became of it in this form. */
function TheirChanges({ changes }: { changes: readonly TheirChange[] }) {
  return (
    <ErrorNote title="Changed by someone else meanwhile." urgent={false}>
      {changes.map(({ label, now, alsoMine }) => (
        <span key={label} className="block break-words">
          {label}: <bdi>{now === '' ? 'nothing' : now}</bdi>
          {alsoMine ? '. Yours is kept and would take its place.' : ', taken over'}
        </span>
      ))}
    </ErrorNote>
  );
}

/** The field of the form that a refusal names, or null. */
function fieldOf(name: string | undefined): keyof FormValues | null {
  if (name === 'parentId') return 'parent';
  return name !== undefined && name in FIELD_LABELS ? (name as keyof FormValues) : null;
}
