'use client';

import { useRouter } from 'next/navigation';
import { type ReactNode, useEffect, useRef, useState, useTransition } from 'react';
import { PANEL_HEADING } from './element-ids';

type SourcingFrameProps = {
  children: ReactNode;
  /** Which list of claims stands open; null for none. */
  open: string | null;
  /** The page without a list. */
  closedAddress: string;
};

/**
 * Follows the page's links to claims without leaving the page: what one was looking at stays where it is, the focus goes
 * to the list and comes back when the list is closed (Esc, or its own link).
 */
export function SourcingFrame({ children, open, closedAddress }: SourcingFrameProps) {
  const router = useRouter();
  const opener = useRef<string | null>(null);
  const before = useRef(open);
  const [pending, startOpening] = useTransition();
  const [opening, setOpening] = useState<string | null>(null);

  useEffect(() => {
    function follow(href: string): void {
      setOpening(href);
      startOpening(() => router.push(href, { scroll: false }));
    }
    function onClick(event: MouseEvent): void {
      const link = event.target instanceof Element ? event.target.closest('a[data-claims]') : null;
      const href = link?.getAttribute('href') ?? null;
      if (link === null || href === null || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      if (!isInPanel(link)) opener.current = href;
      follow(href);
    }
    function onKeyDown(event: KeyboardEvent): void {
      if (event.key !== 'Escape' || event.defaultPrevented || open === null) return;
      // A dialog and a field in use have their own Esc.
      if (event.target instanceof Element && event.target.closest('[role=dialog], form') !== null) return;
      event.preventDefault();
      follow(closedAddress);
    }
    document.addEventListener('click', onClick);
    document.addEventListener('keydown', onKeyDown);
    return () => {
      document.removeEventListener('click', onClick);
      document.removeEventListener('keydown', onKeyDown);
    };
  }, [router, open, closedAddress]);

  useEffect(() => {
    if (before.current === open) return;
    before.current = open;
    if (open === null) findOpener(opener.current)?.focus();
    else focusOnPanel();
  }, [open]);

  // Who pressed a number before this woke up, or came by a link to it, loaded the page with its list open: the focus
  // goes there as it would have, unless they have taken it somewhere meanwhile.
  useEffect(() => {
    if (before.current === null) return;
    opener.current ??= window.location.pathname + window.location.search;
    if (document.activeElement === document.body) focusOnPanel();
  }, []);

  return (
    <div data-opening={pending && opening !== null ? '' : undefined}>
      {children}
      <p role="status" className={pending ? 'pending opening' : 'sr-only'}>
        {pending ? 'Opening…' : ''}
      </p>
    </div>
  );
}

function isInPanel(element: Element): boolean {
  return element.closest('[data-claims-panel]') !== null;
}

function focusOnPanel(): void {
  document.getElementById(PANEL_HEADING)?.focus({ preventScroll: true });
}

function findOpener(href: string | null): HTMLElement | SVGElement | null {
  if (href === null) return null;
  const links = document.querySelectorAll<HTMLElement | SVGElement>('a[data-claims]');
  return [...links].find((link) => link.getAttribute('href') === href && !isInPanel(link)) ?? null;
}
