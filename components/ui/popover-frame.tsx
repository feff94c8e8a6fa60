'use client';

import { Popover as Base } from '@base-ui/react/popover';
import type { PopoverProps } from './popover-parts';

/** What a popover is made of, apart from it (popover.tsx) so that no page has to load it before it is asked for. */
export function PopoverFrame({
  title,
  showTitle = true,
  trigger,
  children,
  side = 'bottom',
  align = 'start',
  open,
  onOpenChange,
}: PopoverProps) {
  return (
    <Base.Root open={open} onOpenChange={onOpenChange}>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner side={side} align={align} sideOffset={6} collisionPadding={8} className="z-40">
          <Base.Popup className="pop grid gap-2 p-3">
            <Base.Title className={showTitle ? 'font-strong' : 'sr-only'}>{title}</Base.Title>
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
