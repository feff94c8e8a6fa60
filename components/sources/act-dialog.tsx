import type { ReactNode } from 'react';
import { ErrorNote } from '@/components/ui/error-note';
import { FormDialog, type FormDialogProps } from '@/components/ui/form-dialog';
import type { AppError } from '@/lib/kernel/app-error';

type ActDialogProps = FormDialogProps & {
  /** A refusal that belongs to no field of the form. */
  error: AppError | null;
  /** What else can be done about the refusal. */
  remedy?: ReactNode;
};

/** What is done with a source, in a dialog; a refusal stands above the buttons. */
export function ActDialog({ error, remedy, children, ...dialog }: ActDialogProps) {
  return (
    <FormDialog {...dialog}>
      {children}
      {error === null ? null : (
        <ErrorNote title={error.code === 'STALE' ? 'Not saved yet.' : 'Not saved.'} actions={remedy}>
          {error.code === 'STALE'
            ? 'Someone else changed this source while you were at it. The page behind shows how it stands now. Send again if yours still holds.'
            : error.message}
        </ErrorNote>
      )}
    </FormDialog>
  );
}
