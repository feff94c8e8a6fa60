import { type FormEvent, type HTMLAttributes, type KeyboardEvent, type ReactElement, type ReactNode, useId } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog, DialogClose } from '@/components/ui/dialog';
import { ErrorNote } from '@/components/ui/error-note';
import type { AppError } from '@/lib/kernel/app-error';

type ActDialogProps = {
  title: string;
  description?: ReactNode;
  trigger?: ReactElement<HTMLAttributes<HTMLElement>>;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  busy: boolean;
  /** A refusal that belongs to no field of the form. */
  error: AppError | null;
  /** What else can be done about the refusal. */
  remedy?: ReactNode;
  submit: string;
  onSubmit: () => void;
  children?: ReactNode;
};

/** A form in a dialog: sent with its button or Ctrl+Enter; a refusal stands above the buttons and nothing typed is lost. */
export function ActDialog({ busy, error, remedy, submit, onSubmit, children, ...dialog }: ActDialogProps) {
  const formId = useId();
  const send = (event: FormEvent) => {
    event.preventDefault();
    onSubmit();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.nativeEvent.isComposing) return;
    event.preventDefault();
    onSubmit();
  };
  return (
    <Dialog
      {...dialog}
      footer={
        <>
          <DialogClose>Cancel</DialogClose>
          <Button type="submit" form={formId} tone="primary" unavailable={busy} shortcut="Ctrl ↵" aria-keyshortcuts="Control+Enter">
            {busy ? 'Saving…' : submit}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={send} onKeyDown={onKeyDown} noValidate className="mt-1 grid gap-3">
        {children}
        {error === null ? null : (
          <ErrorNote title={error.code === 'STALE' ? 'Not saved yet.' : 'Not saved.'} actions={remedy}>
            {error.code === 'STALE'
              ? 'Someone else changed this source while you were at it. The page behind shows how it stands now. Send again if yours still holds.'
              : error.message}
          </ErrorNote>
        )}
      </form>
    </Dialog>
  );
}
