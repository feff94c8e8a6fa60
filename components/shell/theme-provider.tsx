'use client';

import { ThemeProvider as Base } from 'next-themes';
import type { ReactNode } from 'react';

/**
 * Sets `data-theme` before the first paint, by an inline script that the server writes. A script that React makes in
 * the browser never runs, and React warns of it; there it is marked as text (Next.js guide "Preventing flash").
 */
export function ThemeProvider({ nonce, children }: { nonce: string | undefined; children: ReactNode }) {
  return (
    <Base
      attribute="data-theme"
      storageKey="hearsay.theme"
      enableColorScheme={false}
      scriptProps={typeof window === 'undefined' ? {} : { type: 'text/plain' }}
      {...(nonce === undefined ? {} : { nonce })}
    >
      {children}
    </Base>
  );
}
