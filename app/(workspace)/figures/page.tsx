import '@/components/figures/figures.css';
import type { Metadata } from 'next';
import { Suspense } from 'react';
import { AgreementOverTime } from '@/components/figures/agreement-over-time';
import { Comparing } from '@/components/figures/comparing';
import { FiguresPage } from '@/components/figures/figures-page';
import { AppBar } from '@/components/shell/app-bar';
import { loadAgreementOverTime, loadFigures } from '@/lib/figures/loaders';
import { type FiguresInput, figuresInput } from '@/lib/figures/schema';

export const metadata: Metadata = { title: 'Figures' };

type PageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function DeskFiguresPage({ searchParams }: PageProps) {
  const input = figuresInput.parse(await searchParams);
  const { actor, throughput, waiting, limited } = await loadFigures(input);
  // Comparing articles takes longer than counting: the rest does not wait for it.
  const agreement = (
    <Suspense key={JSON.stringify(input)} fallback={<Comparing progress={null} />}>
      <Agreement input={input} />
    </Suspense>
  );
  return (
    <>
      <AppBar actor={actor} at="figures" />
      <main id="main" tabIndex={-1} className="fig fig-desk">
        <FiguresPage input={input} throughput={throughput} waiting={waiting} limited={limited} agreement={agreement} />
      </main>
    </>
  );
}

async function Agreement({ input }: { input: FiguresInput }) {
  return <AgreementOverTime {...(await loadAgreementOverTime(input))} />;
}
