import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { AppBar } from '@/components/shell/app-bar';
import { registryHref } from '@/components/sources/registry-links';
import type { SourceCommand } from '@/components/sources/source-keys';
import { SourceView } from '@/components/sources/source-view';
import { SourcesScreen } from '@/components/sources/sources-screen';
import { loadRegistry, loadSource, loadSourcePage, type SourceRights } from '@/lib/reliability/loaders';
import { sourcePageInput, toSliceChoice } from '@/lib/reliability/schema';
import { registryFilterInput } from '@/lib/sources/schema';

type SourcePageProps = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: SourcePageProps): Promise<Metadata> {
  const { record } = await loadSource((await params).id);
  return { title: record.name };
}

export default async function SourcePage({ params, searchParams }: SourcePageProps) {
  const [{ id }, query] = [await params, await searchParams];
  const { record, may } = await loadSource(id);
  const filter = registryFilterInput.parse(query);
  if (record.mergedInto !== null) {
    const address = registryHref(filter, record.mergedInto.id);
    redirect(`${address}${address.includes('?') ? '&' : '?'}was=${id}`);
  }
  const input = sourcePageInput.parse(query);
  const [{ actor, ...registry }, page] = await Promise.all([loadRegistry(filter), loadSourcePage(id, input)]);
  return (
    <div className="grid h-dvh grid-rows-[auto_minmax(0,1fr)]">
      <AppBar actor={actor} at="sources" />
      <main id="main" tabIndex={-1} className="min-h-0">
        <SourcesScreen {...registry} userId={actor.userId} filter={filter} current={id} acts={actsOf(may)}>
          <SourceView
            key={id}
            record={record}
            may={may}
            page={page}
            filter={filter}
            slice={toSliceChoice(input)}
            titles={registry.articles}
          />
        </SourcesScreen>
      </main>
    </div>
  );
}

function actsOf({ edit, grade, merge }: SourceRights): readonly SourceCommand[] {
  return [...(grade ? (['grade'] as const) : []), ...(edit ? (['alias', 'edit'] as const) : []), ...(merge ? (['merge'] as const) : [])];
}
