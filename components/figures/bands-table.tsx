import type { BandCount } from '@/lib/figures/throughput';
import { WAIT_BAND_FACTS, type WaitBand } from '@/lib/figures/wait';
import { CountLink } from './count-link';
import { RowBar } from './row-bar';

type BandsTableProps = { label: string; head: string; bands: readonly BandCount[]; toHref: (band: WaitBand) => string; of: string };

/** How many waited how long: a bar and its number in each row, from the shortest wait to the longest. */
export function BandsTable({ label, head, bands, toHref, of }: BandsTableProps) {
  const most = Math.max(1, ...bands.map(({ count }) => count));
  return (
    <table className="fig-table fig-bars" aria-label={label}>
      <thead>
        <tr>
          <th scope="col">{head}</th>
          <th scope="col" className="n">
            Claims
          </th>
          <th scope="col" className="bar">
            <span className="sr-only">Drawn</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {bands.map(({ band, count }) => (
          <tr key={band}>
            <th scope="row">{WAIT_BAND_FACTS[band].label}</th>
            <td className="n">
              <CountLink count={count} href={toHref(band)} of={`${of} ${WAIT_BAND_FACTS[band].label.toLowerCase()}`} />
            </td>
            <td className="bar">
              <RowBar share={count / most} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
