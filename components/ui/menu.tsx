'use client';

import { Menu as Base } from '@base-ui/react/menu';
import Link from 'next/link';
import type { ReactElement, ReactNode } from 'react';
import { Kbd } from './kbd';

type MenuProps = {
  trigger: ReactElement;
  /** For a menu that was loaded because its button was pressed (menu-button.tsx). */
  defaultOpen?: boolean;
  children: ReactNode;
  align?: 'start' | 'center' | 'end';
  side?: 'top' | 'bottom';
};

export function Menu({ trigger, children, defaultOpen = false, align = 'end', side = 'bottom' }: MenuProps) {
  return (
    <Base.Root defaultOpen={defaultOpen}>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner side={side} align={align} sideOffset={6} collisionPadding={8} className="z-40">
          <Base.Popup className="pop">{children}</Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

type MenuItemProps = { children: ReactNode; onSelect: () => void; shortcut?: string | undefined; disabled?: boolean | undefined };

export function MenuItem({ children, onSelect, shortcut, disabled = false }: MenuItemProps) {
  return (
    <Base.Item className="pop-item" onClick={onSelect} disabled={disabled}>
      {children}
      {shortcut === undefined ? null : <Kbd silent>{shortcut}</Kbd>}
    </Base.Item>
  );
}

type MenuLinkProps = {
  children: ReactNode;
  href: string;
  /** Save what is behind the link instead of going there: an export. The browser then makes the request, not the router. */
  download?: boolean;
};

export function MenuLink({ children, href, download = false }: MenuLinkProps) {
  return (
    <Base.LinkItem className="pop-item" closeOnClick {...(download ? { href, download: true } : { render: <Link href={href} /> })}>
      {children}
    </Base.LinkItem>
  );
}

type MenuRadiosProps<Value extends string> = {
  label: string;
  value: Value | undefined;
  onChange: (value: Value) => void;
  options: readonly { readonly value: Value; readonly label: string }[];
};

export function MenuRadios<Value extends string>({ label, value, onChange, options }: MenuRadiosProps<Value>) {
  return (
    <Base.Group>
      <Base.GroupLabel className="label px-2 pt-1.5 pb-1">{label}</Base.GroupLabel>
      <Base.RadioGroup value={value ?? ''} onValueChange={onChange}>
        {options.map((option) => (
          <Base.RadioItem key={option.value} value={option.value} className="pop-item">
            {option.label}
            <Base.RadioItemIndicator className="text-small text-ink-3">chosen</Base.RadioItemIndicator>
          </Base.RadioItem>
        ))}
      </Base.RadioGroup>
    </Base.Group>
  );
}

/** A few words that are not an act: who is signed in. */
export function MenuNote({ children }: { children: ReactNode }) {
  return <div className="px-2 pt-1.5 pb-2 text-small text-ink-3">{children}</div>;
}

export function MenuSeparator() {
  return <Base.Separator className="-mx-1 my-1 border-rule border-t" />;
}
