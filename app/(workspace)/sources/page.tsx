import type { Metadata } from 'next';
import { AppBar } from '@/components/shell/app-bar';
import { DeskGradings } from '@/components/sources/desk-gradings';
import { SourcesScreen } from '@/components/sources/sources-screen';
import { EmptyState } from '@/components/ui/empty-state';
import { loadGradings, loadRegistry } from '@/lib/reliability/loaders';
import { registryFilterInput } from '@/lib/sources/schema';

export const metadata: Metadata = { title: 'Sources' };

type SourcesPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function SourcesPage({ searchParams }: SourcesPageProps) {
  const filter = registryFilterInput.parse(await searchParams);
  const [{ actor, ...registry }, gradings] = await Promise.all([loadRegistry(filter), loadGradings()]);
  return (
    <div className="grid h-dvh grid-rows-[auto_minmax(0,1fr)]">
      <AppBar actor={actor} at="sources" />
      <main id="main" tabIndex={-1} className="min-h-0">
        <SourcesScreen {...registry} userId={actor.userId} filter={filter} current={null} acts={[]}>
          <EmptyState title={registry.total === 0 ? 'No source is open.' : 'Choose a source.'}>
            Its claims, its grades and its track record are on its page.
          </EmptyState>
          <DeskGradings {...gradings} />
        </SourcesScreen>
      </main>
    </div>
  );
}
