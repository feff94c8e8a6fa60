import { type FormEvent, type HTMLAttributes, type KeyboardEvent, type ReactElement, type ReactNode, useId } from 'react';
import { Button } from './button';
import { Dialog, DialogClose } from './dialog';

export type FormDialogProps = {
  title: string;
  description?: ReactNode;
  trigger?: ReactElement<HTMLAttributes<HTMLElement>>;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  busy: boolean;
  submit: string;
  /** What the button says while it is busy. */
  underway?: string;
  tone?: 'primary' | 'alarm';
  onSubmit: () => void;
  children?: ReactNode;
};

/** A form in a dialog: sent with its button or Ctrl+Enter. What is refused is said by one of its children; nothing typed is lost. */
export function FormDialog({ busy, submit, underway = 'Saving…', tone = 'primary', onSubmit, children, ...dialog }: FormDialogProps) {
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
            {busy ? underway : submit}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={send} onKeyDown={onKeyDown} noValidate className="mt-1 grid gap-4">
        {children}
      </form>
    </Dialog>
  );
}
