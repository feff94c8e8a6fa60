'use client';

import { useLinkStatus } from 'next/link';

/**
 * Inside a link: says that the page behind it is on its way, once that has taken 400 ms.
 * The page one is on stays until the next one is there, so nothing is replaced by a placeholder.
 */
export function Pending({ children = 'Opening…' }: { children?: string }) {
  const { pending } = useLinkStatus();
  return (
    <span role="status" className={pending ? 'pending' : 'sr-only'}>
      {pending ? children : ''}
    </span>
  );
}
