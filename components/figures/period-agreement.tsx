import Link from 'next/link';
import { ClassBadge } from '@/components/ui/class-badge';
import { EmptyState } from '@/components/ui/empty-state';
import { JUDGED_FIELD_FACTS } from '@/lib/agreement/judged-field';
import type { AskedWork } from '@/lib/agreement/kept-work';
import { MEASURE_FACTS } from '@/lib/agreement/measure';
import { SOURCE_CLASS_FACTS } from '@/lib/attribution/source-type';
import type { ComparedAgreement } from '@/lib/figures/agreement';
import { daysWords, type Period } from '@/lib/figures/period';
import { counted } from '@/lib/text/counted';
import { agreementHref, articleAgreementHref } from './address';
import { Comparing } from './comparing';
import { MeasuresTable } from './measures-table';
import { WhenThere } from './when-there';

type PeriodAgreementProps = { period: Period; articles: number; more: number; work: AskedWork<ComparedAgreement> };

/** How far checkers agreed in one period: in every field, by pair of checkers and by class; and the articles that it is of. */
export function PeriodAgreementPage({ period, articles, more, work }: PeriodAgreementProps) {
  return (
    <>
      <header>
        <h1 className="display">Agreement</h1>
        <p className="fig-stand">
          {counted(articles, 'article')} that two or more checked blind, finished in {daysWords(period)}.
          {more === 0 ? '' : ` ${counted(more, 'older one')} ${more === 1 ? 'is' : 'are'} not compared.`}
        </p>
        <p className="fig-note">Days are those of UTC. Claims count as each person made them. For editors only: it is about people.</p>
      </header>
      {articles === 0 ? (
        <EmptyState title="There is nothing to compare.">Choose other days under Figures.</EmptyState>
      ) : (
        <WhenThere work={work} waiting={(progress) => <Comparing progress={progress} />}>
          {(compared) => <PeriodFigures period={period} {...compared} />}
        </WhenThere>
      )}
    </>
  );
}

function PeriodFigures({ period, articles, agreement: { where, what, field, byPair, byClass } }: ComparedAgreement & { period: Period }) {
  const label = JUDGED_FIELD_FACTS[field].label;
  return (
    <>
      <section aria-labelledby="fig-fields">
        <h2 id="fig-fields" className="display">
          In every field
        </h2>
        <MeasuresTable
          labelledBy="fig-fields"
          head="What"
          rows={[
            { key: 'where', name: 'Where claims are', measures: [where] },
            ...what.map((one) => ({
              key: one.field,
              name: (
                <Link href={agreementHref(period, one.field)} aria-current={one.field === field ? 'true' : undefined}>
                  {JUDGED_FIELD_FACTS[one.field].label}
                </Link>
              ),
              measures: one.measures.filter(({ measure }) => measure === 'alpha' || measure === 'percent'),
            })),
          ]}
        />
        <p className="fig-note">
          Where: {MEASURE_FACTS.overlap_f1.label}. In each field: {MEASURE_FACTS.alpha.label}, and how many had the same value.
        </p>
      </section>
      <section aria-labelledby="fig-pairs">
        <h2 id="fig-pairs" className="display">
          {label}: every two checkers
        </h2>
        {byPair.length === 0 ? (
          <p>No two made a claim together.</p>
        ) : (
          <MeasuresTable
            labelledBy="fig-pairs"
            head="Checkers"
            rows={byPair.map(({ pair: [first, second], measures }) => ({
              key: `${first.id} ${second.id}`,
              name: (
                <>
                  <bdi>{first.name}</bdi> and <bdi>{second.name}</bdi>
                </>
              ),
              measures,
            }))}
          />
        )}
      </section>
      {byClass.length === 0 ? null : (
        <section aria-labelledby="fig-classes">
          <h2 id="fig-classes" className="display">
            {label}: by class
          </h2>
          <MeasuresTable
            labelledBy="fig-classes"
            head="Class"
            rows={byClass.map(({ sourceClass, measures }) => ({
              key: sourceClass,
              name: (
                <>
                  <ClassBadge c={sourceClass} {...SOURCE_CLASS_FACTS[sourceClass]} size="s" silent />{' '}
                  {SOURCE_CLASS_FACTS[sourceClass].label}
                </>
              ),
              measures,
            }))}
          />
        </section>
      )}
      <section aria-labelledby="fig-articles">
        <h2 id="fig-articles" className="display">
          {counted(articles.length, 'article')}
        </h2>
        <ol>
          {articles.map(({ articleId, title, found }) => (
            <li key={articleId} className="border-rule border-b py-2">
              <Link href={articleAgreementHref(articleId)} prefetch={false} className="quoted no-underline hover:underline">
                <bdi>{title}</bdi>
              </Link>
              <p className="text-ink-2 text-small">
                {found === null
                  ? 'Fewer than two made a claim.'
                  : `${found.people.map(({ name }) => name).join(', ')}: ${counted(found.matched, 'claim')} that at least two made, ${found.alone.toLocaleString('en')} that one made alone`}
              </p>
            </li>
          ))}
        </ol>
      </section>
    </>
  );
}
