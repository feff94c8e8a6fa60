import Link from 'next/link';
import { NO_REASON } from '@/lib/claims/tally/tally';
import type { Period } from '@/lib/figures/period';
import type { Done, ReasonCount } from '@/lib/figures/throughput';
import { counted } from '@/lib/text/counted';
import { inHundred } from '@/lib/text/in-hundred';
import { stepsHref } from './address';
import { BarsTable } from './bars-table';

type ReturnsSectionProps = { done: Done; reasons: readonly ReasonCount[]; period: Period };

/** How many decisions sent a claim back, and why. */
export function ReturnsSection({ done: { returned, decided }, reasons, period }: ReturnsSectionProps) {
  const href = stepsHref({ what: 'returned' }, period);
  if (returned === 0) return <p>None of {counted(decided, 'decision')} sent a claim back.</p>;
  return (
    <>
      <p className="fig-stand">
        <Link href={href}>{returned.toLocaleString('en')}</Link> of{' '}
        <Link href={stepsHref({ what: 'decided' }, period)}>{counted(decided, 'decision')}</Link> sent a claim back:{' '}
        {inHundred(returned / decided)} in 100.
      </p>
      <BarsTable
        label="Why claims were returned"
        head="Reason"
        counts="Returns"
        bars={reasons.map(({ reasonId, label, steps }) => {
          const reason = reasonId ?? NO_REASON;
          return {
            key: reason,
            name: label,
            count: steps,
            href: stepsHref({ what: 'returned', reason }, period),
            of: `returned: ${label}`,
          };
        })}
      />
      <p className="fig-note">The list behind each number has what was written to the checker.</p>
    </>
  );
}
