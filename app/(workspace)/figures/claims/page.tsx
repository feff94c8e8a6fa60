import type { Metadata } from 'next';
import { StepsScreen } from '@/components/figures/steps-screen';
import { AppBar } from '@/components/shell/app-bar';
import { loadSteps } from '@/lib/figures/loaders';
import { stepListInput } from '@/lib/figures/schema';

export const metadata: Metadata = { title: 'Claims behind a figure' };

type PageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function FigureClaimsPage({ searchParams }: PageProps) {
  const input = stepListInput.parse(await searchParams);
  const { actor, ...page } = await loadSteps(input);
  return (
    <>
      <AppBar actor={actor} at="figures" />
      <StepsScreen page={page} first={input.after === undefined} />
    </>
  );
}
