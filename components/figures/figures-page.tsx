import Link from 'next/link';
import type { ReactNode } from 'react';
import { EmptyState } from '@/components/ui/empty-state';
import { daysWords } from '@/lib/figures/period';
import type { FiguresInput } from '@/lib/figures/schema';
import type { Throughput, Waiting } from '@/lib/figures/throughput';
import { figuresHref, stepsHref } from './address';
import { PeopleTable } from './people-table';
import { PeriodPicker } from './period-picker';
import { ReturnsSection } from './returns-section';
import { SeriesChart } from './series-chart';
import { StepsTable } from './steps-table';
import { WaitingSection } from './waiting-section';
import { WaitsSection } from './waits-section';

type FiguresPageProps = {
  input: FiguresInput;
  throughput: Throughput;
  waiting: Waiting;
  /** Whether the person checks something blind, so that others' work on it is not told. */
  limited: boolean;
  /** What takes longer. */
  agreement: ReactNode;
};

/** How the desk's work goes: what waits, what was done in a period, and how far people agree. Each number opens what it counts. */
export function FiguresPage({ input, throughput, waiting, limited, agreement }: FiguresPageProps) {
  const { period, person, done, buckets, people, reasons, waits } = throughput;
  const of = person === null ? {} : { person: person.id };
  const days = daysWords(period);
  const worked = done.made + done.submitted + done.decided > 0;
  return (
    <>
      <header>
        <h1 className="display">Figures</h1>
        <PeriodPicker input={input} period={period} />
      </header>
      <section aria-labelledby="fig-waiting">
        <h2 id="fig-waiting" className="display">
          What waits now
        </h2>
        <WaitingSection waiting={waiting} />
      </section>
      <section aria-labelledby="fig-done">
        <h2 id="fig-done" className="display">
          {person === null ? (
            'What was done'
          ) : (
            <>
              What <bdi>{person.name}</bdi> did
            </>
          )}
        </h2>
        <p className="fig-note">
          {days}, in days of UTC. A step that was taken back, and a claim that was deleted, does not count; what was done again counts
          again.
          {limited ? ' Of an article that you check blind, only your own work counts.' : ''}
        </p>
        {worked ? (
          <>
            <p className="fig-stand">
              <Sum count={done.made} href={stepsHref({ what: 'made', ...of }, period)} word="made" />,{' '}
              <Sum count={done.submitted} href={stepsHref({ what: 'submitted', ...of }, period)} word="submitted" />,{' '}
              <Sum count={done.decided} href={stepsHref({ what: 'decided', ...of }, period)} word="decided" />.
              {person === null ? null : (
                <>
                  {' '}
                  <Link href={figuresHref({ ...input, person: undefined })}>What everybody did</Link>
                </>
              )}
            </p>
            <SeriesChart buckets={buckets} />
            <StepsTable buckets={buckets} by={period.by} of={of} />
          </>
        ) : (
          <EmptyState title="Nothing was made, submitted or decided in these days.">
            Choose other days, or wait for the desk to work.
          </EmptyState>
        )}
        {people.length === 0 ? null : (
          <>
            <h3 id="fig-people">By whom</h3>
            <PeopleTable people={people} period={period} input={input} />
          </>
        )}
      </section>
      {done.decided === 0 || person !== null ? null : (
        <>
          <section aria-labelledby="fig-waits">
            <h2 id="fig-waits" className="display">
              From submitted to decided
            </h2>
            <WaitsSection waits={waits} period={period} />
          </section>
          <section aria-labelledby="fig-returns">
            <h2 id="fig-returns" className="display">
              What was returned
            </h2>
            <ReturnsSection done={done} reasons={reasons} period={period} />
          </section>
        </>
      )}
      <section aria-labelledby="fig-agreement">
        <h2 id="fig-agreement" className="display">
          How far checkers agree
        </h2>
        {agreement}
      </section>
      <p className="fig-note">
        How each person’s likelihoods came out is in <Link href="/calibration">Calibration</Link>.
      </p>
    </>
  );
}

function Sum({ count, href, word }: { count: number; href: string; word: string }) {
  const words = `${count.toLocaleString('en')} ${count === 1 ? 'claim' : 'claims'} ${word}`;
  return count === 0 ? words : <Link href={href}>{words}</Link>;
}
