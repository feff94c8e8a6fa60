'use client';

import { type ReactNode, useEffect, useRef } from 'react';

let awaited: string | null = null;

/** The next `Arrival` of this name takes the focus: what the act was started from goes away with it. */
export function awaitArrival(name: string): void {
  awaited = name;
}

/** A part of the page that comes as the outcome of an act, and is then what one reads next. */
export function Arrival({ name, label, className, children }: { name: string; label: string; className: string; children: ReactNode }) {
  const part = useRef<HTMLElement>(null);
  useEffect(() => {
    if (awaited !== name) return;
    awaited = null;
    part.current?.focus();
  }, [name]);
  return (
    <section ref={part} tabIndex={-1} aria-label={label} className={className}>
      {children}
    </section>
  );
}
