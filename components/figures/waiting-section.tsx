import Link from 'next/link';
import { ClassBadge } from '@/components/ui/class-badge';
import { EmptyState } from '@/components/ui/empty-state';
import { SOURCE_CLASS_FACTS, SOURCE_CLASSES, type SourceClass } from '@/lib/attribution/source-type';
import type { Waiting } from '@/lib/figures/throughput';
import { lengthWords } from '@/lib/figures/wait';
import { MINUTE } from '@/lib/kernel/clock';
import { counted } from '@/lib/text/counted';
import { stepsHref } from './address';
import { type Bar, BarsTable } from './bars-table';
import { waitBars } from './wait-bars';

const QUEUE = '/review';

/** What waits for a decision just now: for how long, and of which class. */
export function WaitingSection({ waiting: { count, bands, median, oldest, classes } }: { waiting: Waiting }) {
  if (count === 0 || median === null || oldest === null) {
    return <EmptyState title="No claim waits for review.">What is submitted appears here with how long it has waited.</EmptyState>;
  }
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
        <BarsTable
          label="How long claims have waited"
          head="For"
          counts="Claims"
          bars={waitBars(bands, (band) => stepsHref({ what: 'waiting', waited: band }, null), 'waiting')}
        />
        <BarsTable
          label="What waits, by class"
          head="Class"
          counts="Claims"
          bars={SOURCE_CLASSES.map((c) => classBar(c, classes.get(c) ?? 0))}
        />
      </div>
    </>
  );
}

function classBar(sourceClass: SourceClass, count: number): Bar {
  const { label, letter } = SOURCE_CLASS_FACTS[sourceClass];
  const name = (
    <>
      <ClassBadge c={sourceClass} letter={letter} label={label} size="s" silent /> {label}
    </>
  );
  return { key: sourceClass, name, count, href: `${QUEUE}?class=${sourceClass}`, of: `of the class ${label}`, c: sourceClass };
}
