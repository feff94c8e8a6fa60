import type { ReactNode } from 'react';
import { WORDMARK_LINK } from './wordmark';

type StandaloneProps = { title: string; children: ReactNode; actions?: ReactNode };

/** A page that says one thing: not found, failed. It needs nobody to be signed in. */
export function Standalone({ title, children, actions }: StandaloneProps) {
  return (
    <>
      <header className="flex h-[var(--bar-h)] items-center border-rule border-b px-3.5 sm:px-4.5">
        {/* Pages that say what went wrong are loaded with every page, so they bring no router's link. */}
        <a {...WORDMARK_LINK} />
      </header>
      <main id="main" tabIndex={-1} className="mx-auto grid w-full max-w-[560px] justify-items-start gap-3 px-4.5 pt-[12vh] pb-18">
        <h1 className="display text-h1">{title}</h1>
        <div className="grid gap-2 text-ink-2">{children}</div>
        {actions === undefined ? null : <div className="mt-3 flex flex-wrap gap-2">{actions}</div>}
      </main>
    </>
  );
}
