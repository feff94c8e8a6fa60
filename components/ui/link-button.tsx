import Link from 'next/link';
import type { ComponentProps } from 'react';
import { type ButtonSize, type ButtonTone, buttonClass } from './button-class';
import { Kbd } from './kbd';

type LinkButtonProps = ComponentProps<typeof Link> & { tone?: ButtonTone; size?: ButtonSize; shortcut?: string | undefined };

/** A link that looks like a button: it goes somewhere, it does not do something. */
export function LinkButton({ tone, size, shortcut, className, children, ...rest }: LinkButtonProps) {
  return (
    <Link className={buttonClass(tone, size, className)} {...rest}>
      {children}
      {shortcut === undefined ? null : <Kbd silent>{shortcut}</Kbd>}
    </Link>
  );
}
