import type { Period } from '@/lib/figures/period';
import type { Throughput } from '@/lib/figures/throughput';
import { lengthWords } from '@/lib/figures/wait';
import { stepsHref } from './address';
import { BarsTable } from './bars-table';
import { waitBars } from './wait-bars';

/** How long claims had waited when they were decided. */
export function WaitsSection({ waits: { bands, median, longest }, period }: { waits: Throughput['waits']; period: Period }) {
  return (
    <>
      {median === null || longest === null ? null : (
        <p className="fig-stand">
          Half were decided within {lengthWords(median)}, the last after {lengthWords(longest)}.
        </p>
      )}
      <BarsTable
        label="How long claims had waited when they were decided"
        head="After"
        counts="Claims"
        bars={waitBars(bands, (band) => stepsHref({ what: 'decided', waited: band }, period), 'decided after')}
      />
    </>
  );
}
