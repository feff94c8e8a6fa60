import type { BandCount } from '@/lib/figures/throughput';
import { WAIT_BAND_FACTS, type WaitBand } from '@/lib/figures/wait';
import type { Bar } from './bars-table';

/** How many waited how long, from the shortest wait to the longest. `of`: what they did, before how long. */
export function waitBars(bands: readonly BandCount[], toHref: (band: WaitBand) => string, of: string): readonly Bar[] {
  return bands.map(({ band, count }) => {
    const { label } = WAIT_BAND_FACTS[band];
    return { key: band, name: label, count, href: toHref(band), of: `${of} ${label.toLowerCase()}` };
  });
}
