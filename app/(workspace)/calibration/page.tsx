import '@/components/calibration/calibration.css';
import type { Metadata } from 'next';
import { CalibrationPage } from '@/components/calibration/calibration-page';
import { Comparing } from '@/components/figures/comparing';
import { WhenThere } from '@/components/figures/when-there';
import { AppBar } from '@/components/shell/app-bar';
import { parseCalibrationInput } from '@/lib/reliability/calibration/behind';
import { loadCalibration } from '@/lib/reliability/calibration/loaders';

export const metadata: Metadata = { title: 'Calibration' };

type PageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function OwnCalibrationPage({ searchParams }: PageProps) {
  const input = parseCalibrationInput(await searchParams);
  const { actor, work, ...loaded } = await loadCalibration(null, input);
  return (
    <>
      <AppBar actor={actor} />
      <main id="main" tabIndex={-1} className="fig">
        <WhenThere work={work} waiting={(progress) => <Comparing progress={progress} what="what was said and what was so" />}>
          {(found) => <CalibrationPage {...loaded} {...found} own input={input} />}
        </WhenThere>
      </main>
    </>
  );
}
