import { NuqsAdapter } from 'nuqs/adapters/next/app';
import type { ReactNode } from 'react';
import { KeySettingsHome } from '@/components/keys/key-settings-home';
import { SkipLink } from '@/components/ui/skip-link';
import { loadPreferences } from '@/lib/people/loaders';

/**
 * What every page of the workspace shares. The bar is not here: each page renders its own `AppBar`, so that a page
 * can fill it, and asks for its own actor, since a layout is not asked again when one moves between pages.
 */
export default async function WorkspaceLayout({ children }: { children: ReactNode }) {
  const mine = await loadPreferences();
  const page = (
    <>
      <SkipLink />
      {children}
    </>
  );
  return (
    <NuqsAdapter>
      {mine === null ? (
        page
      ) : (
        <KeySettingsHome key={mine.userId} {...mine}>
          {page}
        </KeySettingsHome>
      )}
    </NuqsAdapter>
  );
}
