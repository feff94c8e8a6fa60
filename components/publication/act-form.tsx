import { type FormEvent, type HTMLAttributes, type KeyboardEvent, type ReactElement, type ReactNode, useId } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog, DialogClose } from '@/components/ui/dialog';
import { ErrorNote } from '@/components/ui/error-note';
import type { AppError } from '@/lib/kernel/app-error';

type ActFormProps = {
  title: string;
  description?: ReactNode;
  trigger: ReactElement<HTMLAttributes<HTMLElement>>;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  busy: boolean;
  error: AppError | null;
  submit: string;
  tone?: 'primary' | 'alarm';
  onSubmit: () => void;
  children?: ReactNode;
};

/** What is asked before a report goes out or comes back: sent with its button or Ctrl+Enter. A refusal loses nothing that was typed. */
export function ActForm({ busy, error, submit, tone = 'primary', onSubmit, children, ...dialog }: ActFormProps) {
  const formId = useId();
  const send = (event: FormEvent | KeyboardEvent) => {
    event.preventDefault();
    onSubmit();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !event.nativeEvent.isComposing) send(event);
  };
  return (
    <Dialog
      {...dialog}
      footer={
        <>
          <DialogClose>Cancel</DialogClose>
          <Button type="submit" form={formId} tone={tone} unavailable={busy} shortcut="Ctrl ↵" aria-keyshortcuts="Control+Enter">
            {busy ? 'Sending…' : submit}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={send} onKeyDown={onKeyDown} noValidate className="mt-1 grid gap-4">
        {children}
        {error === null ? null : <ErrorNote title="Not done.">{error.message}</ErrorNote>}
      </form>
    </Dialog>
  );
}
