import Link from 'next/link';
import { ClassBadge } from '@/components/ui/class-badge';
import { EmptyState } from '@/components/ui/empty-state';
import { SOURCE_CLASS_FACTS, SOURCE_CLASSES } from '@/lib/attribution/source-type';
import type { Waiting } from '@/lib/figures/throughput';
import { lengthWords } from '@/lib/figures/wait';
import { MINUTE } from '@/lib/kernel/clock';
import { counted } from '@/lib/text/counted';
import { stepsHref } from './address';
import { BandsTable } from './bands-table';
import { CountLink } from './count-link';
import { RowBar } from './row-bar';

const QUEUE = '/review';

/** What waits for a decision just now: for how long, and of which class. */
export function WaitingSection({ waiting: { count, bands, median, oldest, classes } }: { waiting: Waiting }) {
  if (count === 0 || median === null || oldest === null) {
    return <EmptyState title="No claim waits for review.">What is submitted appears here with how long it has waited.</EmptyState>;
  }
  const most = Math.max(1, ...classes.values());
  return (
    <>
      <p className="fig-stand">
        <Link href={QUEUE}>
          {counted(count, 'claim')} {count === 1 ? 'waits' : 'wait'} for review
        </Link>
        {count === 1 ? (
          <>, since {lengthWords(oldest)}.</>
        ) : (
          <>
            {median < MINUTE ? '' : `, half of them for ${lengthWords(median)} or longer`}, <Link href={QUEUE}>the oldest</Link> for{' '}
            {lengthWords(oldest)}.
          </>
        )}
      </p>
      <div className="fig-two">
        <BandsTable
          label="How long claims have waited"
          head="For"
          bands={bands}
          toHref={(band) => stepsHref({ what: 'waiting', waited: band }, null)}
          of="waiting"
        />
        <table className="fig-table fig-bars" aria-label="What waits, by class">
          <thead>
            <tr>
              <th scope="col">Class</th>
              <th scope="col" className="n">
                Claims
              </th>
              <th scope="col" className="bar">
                <span className="sr-only">Drawn</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {SOURCE_CLASSES.map((sourceClass) => {
              const { label, letter } = SOURCE_CLASS_FACTS[sourceClass];
              const of = classes.get(sourceClass) ?? 0;
              return (
                <tr key={sourceClass}>
                  <th scope="row">
                    <ClassBadge c={sourceClass} letter={letter} label={label} size="s" silent /> {label}
                  </th>
                  <td className="n">
                    <CountLink count={of} href={`${QUEUE}?class=${sourceClass}`} of={`of the class ${label}`} />
                  </td>
                  <td className="bar">
                    <RowBar share={of / most} c={sourceClass} />
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </>
  );
}
