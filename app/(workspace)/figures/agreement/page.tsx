import '@/components/figures/figures.css';
import type { Metadata } from 'next';
import { PeriodAgreementPage } from '@/components/figures/period-agreement';
import { AppBar } from '@/components/shell/app-bar';
import { loadPeriodAgreement } from '@/lib/figures/loaders';
import { periodAgreementInput } from '@/lib/figures/schema';

export const metadata: Metadata = { title: 'Agreement' };

type PageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function FiguresAgreementPage({ searchParams }: PageProps) {
  const { actor, ...loaded } = await loadPeriodAgreement(periodAgreementInput.parse(await searchParams));
  return (
    <>
      <AppBar actor={actor} at="figures" />
      <main id="main" tabIndex={-1} className="fig fig-desk">
        <PeriodAgreementPage {...loaded} />
      </main>
    </>
  );
}
