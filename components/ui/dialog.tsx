'use client';

import { cloneElement, type ReactNode, use, useState } from 'react';
import { DialogCloseContext, type DialogProps } from './dialog-parts';
import { usePart } from './use-part';

const load = () => import('./dialog-frame');

/** Takes the page until it is answered; Esc and a press outside close it, and focus goes back where it was. */
export function Dialog(props: DialogProps) {
  const { trigger, open, onOpenChange } = props;
  const [pressed, setPressed] = useState(false);
  const part = usePart(load, pressed || open === true);
  if (part !== null) return <part.DialogFrame {...props} defaultOpen={pressed} />;
  if (trigger === undefined) return null;
  const press = () => {
    setPressed(true);
    onOpenChange?.(true);
  };
  return cloneElement(trigger, { 'aria-haspopup': 'dialog', 'aria-expanded': false, onClick: press });
}

/** A button in a dialog that closes it. */
export function DialogClose({ children }: { children: ReactNode }) {
  const Close = use(DialogCloseContext);
  return Close === null ? null : <Close>{children}</Close>;
}
