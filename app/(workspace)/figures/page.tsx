import '@/components/figures/figures.css';
import type { Metadata } from 'next';
import { FiguresPage } from '@/components/figures/figures-page';
import { AppBar } from '@/components/shell/app-bar';
import { loadFigures } from '@/lib/figures/loaders';
import { figuresInput } from '@/lib/figures/schema';

export const metadata: Metadata = { title: 'Figures' };

type PageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function DeskFiguresPage({ searchParams }: PageProps) {
  const input = figuresInput.parse(await searchParams);
  const { actor, throughput, waiting, limited } = await loadFigures(input);
  return (
    <>
      <AppBar actor={actor} at="figures" />
      <main id="main" tabIndex={-1} className="fig">
        <FiguresPage input={input} throughput={throughput} waiting={waiting} limited={limited} agreement={null} />
      </main>
    </>
  );
}
