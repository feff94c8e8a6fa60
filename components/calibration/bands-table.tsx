import Link from 'next/link';
import { LIKELIHOOD_FACTS } from '@/lib/claims/finding';
import type { Band } from '@/lib/reliability/calibration/calibration';
import { inHundred } from '@/lib/text/in-hundred';
import { calibrationHref } from './address';

/** What the diagram beside it shows, as numbers: for each of the seven terms, how many claims given it held up. */
export function BandsTable({ bands, personId }: { bands: readonly Band[]; personId: string | null }) {
  return (
    <div className="fig-scroll">
      <table className="fig-table cal-table" aria-labelledby="cal-bands">
        <thead>
          <tr>
            <th scope="col">Said</th>
            <th scope="col">Counts as</th>
            <th scope="col">Held up</th>
            <th scope="col">95 %, in 100</th>
          </tr>
        </thead>
        <tbody>
          {bands.map(({ likelihood, probability, n, held, interval }) => {
            const { label, from, to } = LIKELIHOOD_FACTS[likelihood];
            return (
              <tr key={likelihood}>
                <th scope="row">
                  {label}
                  <small>
                    {from} to {to} %
                  </small>
                </th>
                <td>{(probability * 100).toLocaleString('en')} %</td>
                {interval.defined ? (
                  <>
                    <td>
                      {held} of{' '}
                      <Link href={calibrationHref(personId, likelihood)}>
                        {n}
                        <span className="sr-only"> called {label}</span>
                      </Link>
                    </td>
                    <td>
                      {inHundred(interval.lower)} to {inHundred(interval.upper)}
                    </td>
                  </>
                ) : (
                  <td colSpan={2} className="text-ink-3">
                    – none settled
                  </td>
                )}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
