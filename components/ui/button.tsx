import type { ComponentProps } from 'react';
import { type ButtonSize, type ButtonTone, buttonClass } from './button-class';
import { Kbd } from './kbd';

type ButtonProps = ComponentProps<'button'> & {
  tone?: ButtonTone;
  size?: ButtonSize;
  /** The key that does the same, as printed ("Ctrl ↵"). Give `aria-keyshortcuts` too ("Control+Enter"). */
  shortcut?: string | undefined;
  /** At work, or not allowed just now: keeps focus and its place. The handler still has to refuse. */
  unavailable?: boolean | undefined;
};

export function Button({ tone, size, shortcut, unavailable, className, children, type = 'button', ...rest }: ButtonProps) {
  return (
    <button type={type} className={buttonClass(tone, size, className)} aria-disabled={unavailable || undefined} {...rest}>
      {children}
      {shortcut === undefined ? null : <Kbd silent>{shortcut}</Kbd>}
    </button>
  );
}
