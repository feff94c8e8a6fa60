import Link from 'next/link';
import { NO_REASON } from '@/lib/claims/tally/tally';
import type { Period } from '@/lib/figures/period';
import type { Done, ReasonCount } from '@/lib/figures/throughput';
import { counted } from '@/lib/text/counted';
import { stepsHref } from './address';
import { CountLink } from './count-link';
import { RowBar } from './row-bar';

type ReturnsSectionProps = { done: Done; reasons: readonly ReasonCount[]; period: Period };

/** How many decisions sent a claim back, and why. */
export function ReturnsSection({ done: { returned, decided }, reasons, period }: ReturnsSectionProps) {
  const href = stepsHref({ what: 'returned' }, period);
  const most = Math.max(1, ...reasons.map(({ steps }) => steps));
  if (returned === 0) return <p>None of {counted(decided, 'decision')} sent a claim back.</p>;
  return (
    <>
      <p className="fig-stand">
        <Link href={href}>{returned.toLocaleString('en')}</Link> of{' '}
        <Link href={stepsHref({ what: 'decided' }, period)}>{counted(decided, 'decision')}</Link> sent a claim back:{' '}
        {inHundred(returned, decided)} in 100.
      </p>
      <table className="fig-table fig-bars" aria-label="Why claims were returned">
        <thead>
          <tr>
            <th scope="col">Reason</th>
            <th scope="col" className="n">
              Returns
            </th>
            <th scope="col" className="bar">
              <span className="sr-only">Drawn</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {reasons.map(({ reasonId, label, steps }) => (
            <tr key={reasonId ?? NO_REASON}>
              <th scope="row">{label}</th>
              <td className="n">
                <CountLink
                  count={steps}
                  href={stepsHref({ what: 'returned', reason: reasonId ?? NO_REASON }, period)}
                  of={`returned: ${label}`}
                />
              </td>
              <td className="bar">
                <RowBar share={steps / most} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="fig-note">The list behind each number has what was written to the checker.</p>
    </>
  );
}

/** Never all or nothing where it is not. */
function inHundred(part: number, whole: number): number {
  return part === whole ? 100 : Math.min(99, Math.max(1, Math.round((part / whole) * 100)));
}
