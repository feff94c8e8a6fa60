import { ErrorNote } from '@/components/ui/error-note';
import { FormDialog, type FormDialogProps } from '@/components/ui/form-dialog';
import type { AppError } from '@/lib/kernel/app-error';

/** What is asked before a report goes out or comes back, in a dialog. */
export function ActForm({ error, children, ...dialog }: FormDialogProps & { error: AppError | null }) {
  return (
    <FormDialog underway="Sending…" {...dialog}>
      {children}
      {error === null ? null : <ErrorNote title="Not done.">{error.message}</ErrorNote>}
    </FormDialog>
  );
}
