'use client';

import { Dialog as Base } from '@base-ui/react/dialog';
import { type ReactNode, useRef } from 'react';
import { buttonClass } from './button-class';
import { DialogCloseContext, type DialogProps } from './dialog-parts';

type DialogFrameProps = DialogProps & { defaultOpen: boolean };

/** What a dialog is made of, apart from it (dialog.tsx) so that no page has to load it before it is asked for. */
export function DialogFrame({
  title,
  description,
  children,
  footer,
  trigger,
  open,
  onOpenChange,
  defaultOpen,
  initialFocus = 'control',
  hideTitle = false,
  keepFocus = false,
}: DialogFrameProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  return (
    <Base.Root {...(open === undefined ? { defaultOpen } : { open })} onOpenChange={(next) => onOpenChange?.(next)}>
      {trigger === undefined ? null : <Base.Trigger render={trigger} />}
      <Base.Portal>
        <Base.Backdrop className="scrim z-40" />
        <Base.Popup className="dialog z-50" initialFocus={initialFocus === 'title' ? heading : true} finalFocus={!keepFocus}>
          <DialogCloseContext value={Close}>
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
          </DialogCloseContext>
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}

function Close({ children }: { children: ReactNode }) {
  return <Base.Close className={buttonClass()}>{children}</Base.Close>;
}
