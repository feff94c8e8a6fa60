'use client';

import { cloneElement } from 'react';
import type { PopoverProps } from './popover-parts';
import { usePart } from './use-part';

const load = () => import('./popover-frame');

/** Something more about what it hangs on; the page stays in reach. */
export function Popover(props: PopoverProps) {
  const { trigger, open, onOpenChange } = props;
  const part = usePart(load, open);
  if (part !== null) return <part.PopoverFrame {...props} />;
  return cloneElement(trigger, { 'aria-haspopup': 'dialog', 'aria-expanded': false, onClick: () => onOpenChange(true) });
}
