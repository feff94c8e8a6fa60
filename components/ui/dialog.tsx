'use client';

import { Dialog as Base } from '@base-ui/react/dialog';
import { type ReactElement, type ReactNode, useRef } from 'react';
import { buttonClass } from './button-class';

type DialogProps = {
  title: string;
  description?: ReactNode;
  children?: ReactNode;
  /** Buttons, the primary one last; `DialogClose` closes. */
  footer?: ReactNode;
  /** The button that opens it. Without one, `open` and `onOpenChange` do. */
  trigger?: ReactElement;
  open?: boolean | undefined;
  onOpenChange?: ((open: boolean) => void) | undefined;
  /** What has focus first. The title, where the first control may lie below what the window shows: focus would scroll there. */
  initialFocus?: 'control' | 'title';
  /** The title is said, not shown: the field below says it too. */
  hideTitle?: boolean;
  /** Whoever closes it says where the focus goes. */
  keepFocus?: boolean;
};

/** Takes the page until it is answered; Esc and a press outside close it, and focus goes back where it was. */
export function Dialog({
  title,
  description,
  children,
  footer,
  trigger,
  open,
  onOpenChange,
  initialFocus = 'control',
  hideTitle = false,
  keepFocus = false,
}: DialogProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  return (
    <Base.Root {...(open === undefined ? {} : { open })} onOpenChange={(next) => onOpenChange?.(next)}>
      {trigger === undefined ? null : <Base.Trigger render={trigger} />}
      <Base.Portal>
        <Base.Backdrop className="scrim z-40" />
        <Base.Popup className="dialog z-50" initialFocus={initialFocus === 'title' ? heading : true} finalFocus={!keepFocus}>
          <div className="grid gap-2 px-5 pt-4 pb-5">
            <Base.Title ref={heading} tabIndex={-1} className={hideTitle ? 'sr-only' : 'text-h3 font-strong outline-none'}>
              {title}
            </Base.Title>
            {description === undefined ? null : <Base.Description className="text-ink-2">{description}</Base.Description>}
            {children}
          </div>
          {footer === undefined ? null : (
            <div className="flex flex-wrap justify-end gap-2 border-rule border-t bg-sunken px-5 py-3">{footer}</div>
          )}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}

export function DialogClose({ children }: { children: ReactNode }) {
  return <Base.Close className={buttonClass()}>{children}</Base.Close>;
}
