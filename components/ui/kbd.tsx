import type { ReactNode } from 'react';

/** A key as printed on it. Beside a verb that is read out anyway it is hidden from screen readers (`silent`). */
export function Kbd({ children, silent = false }: { children: ReactNode; silent?: boolean }) {
  return <kbd aria-hidden={silent || undefined}>{children}</kbd>;
}
