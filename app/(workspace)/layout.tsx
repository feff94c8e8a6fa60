import { NuqsAdapter } from 'nuqs/adapters/next/app';
import type { ReactNode } from 'react';
import { SkipLink } from '@/components/ui/skip-link';

/**
 * What every page of the workspace shares. The bar is not here: each page renders its own `AppBar`, so that a page
 * can fill it, and asks for its own actor, since a layout is not asked again when one moves between pages.
 */
export default function WorkspaceLayout({ children }: { children: ReactNode }) {
  return (
    <NuqsAdapter>
      <SkipLink />
      {children}
    </NuqsAdapter>
  );
}
