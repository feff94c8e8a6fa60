'use client';

import { type ComponentType, cloneElement, type HTMLAttributes, type KeyboardEvent, type ReactElement, useState } from 'react';
import { usePart } from './use-part';

type MenuButtonProps<Given> = {
  trigger: ReactElement<HTMLAttributes<HTMLElement>>;
  /** The menu: a module whose default is a component around `Menu`, open from the start. One function for the life of the page. */
  load: () => Promise<{ default: ComponentType<Given & { trigger: ReactElement }> }>;
  /** What the menu is about. */
  given: Given;
};

/** The button of a menu that is loaded apart from the page. */
export function MenuButton<Given extends object>({ trigger, load, given }: MenuButtonProps<Given>) {
  const [pressed, setPressed] = useState(false);
  const part = usePart(load, pressed);
  if (part !== null) {
    const Popup = part.default;
    return <Popup {...given} trigger={trigger} />;
  }
  return cloneElement(trigger, {
    'aria-haspopup': 'menu',
    'aria-expanded': false,
    onClick: () => setPressed(true),
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
      event.preventDefault();
      setPressed(true);
    },
  });
}
