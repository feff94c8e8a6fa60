import Link from 'next/link';
import { EmptyState } from '@/components/ui/empty-state';
import type { AskedWork } from '@/lib/agreement/kept-work';
import { MEASURE_FACTS } from '@/lib/agreement/measure';
import type { AgreementStep } from '@/lib/figures/agreement';
import { daysWords } from '@/lib/figures/period';
import { counted } from '@/lib/text/counted';
import { agreementHref } from './address';
import { Comparing } from './comparing';
import { IntervalPlot } from './interval-plot';
import { MeasuredText } from './measured-text';
import { WhenThere } from './when-there';

/** How far checkers agreed, month by month: where claims are, and who is speaking. */
export function AgreementOverTime({ work, articles, more }: { work: AskedWork<readonly AgreementStep[]>; articles: number; more: number }) {
  if (articles === 0) {
    return (
      <EmptyState title="No article that two people checked blind was finished in these days.">
        Agreement is measured on articles that two or more check without seeing each other’s work.
      </EmptyState>
    );
  }
  return (
    <WhenThere work={work} waiting={(progress) => <Comparing progress={progress} />}>
      {(steps) => <StepTable steps={steps} more={more} />}
    </WhenThere>
  );
}

function StepTable({ steps, more }: { steps: readonly AgreementStep[]; more: number }) {
  return (
    <>
      <div className="fig-scroll">
        <table className="fig-table fig-measured" aria-labelledby="fig-agreement">
          <thead>
            <tr>
              <th scope="col">Finished in</th>
              <th scope="col">Articles</th>
              <th scope="col" colSpan={2}>
                Where: {MEASURE_FACTS.overlap_f1.label}
              </th>
              <th scope="col" colSpan={2}>
                What: source type, {MEASURE_FACTS.alpha.label}
              </th>
            </tr>
          </thead>
          <tbody>
            {steps.map((step) => (
              <tr key={step.from}>
                <th scope="row">{daysWords(step)}</th>
                <td>
                  <Link href={agreementHref(step)} prefetch={false}>
                    {counted(step.articles, 'article')}
                    <span className="sr-only"> finished in {daysWords(step)}</span>
                  </Link>
                </td>
                {[step.where, step.what].flatMap((measured) => [
                  <td key={`${measured.measure} drawn`} className="drawn">
                    <IntervalPlot measured={measured} />
                  </td>,
                  <td key={measured.measure}>
                    <MeasuredText measured={measured} />
                  </td>,
                ])}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="fig-note">
        Of articles that two or more checked blind, in the month their checking ended; claims as each made them. The lines stand for chance
        (0) and full agreement (1).
        {more === 0 ? '' : ` ${counted(more, 'older article')} of these days ${more === 1 ? 'is' : 'are'} not compared: choose fewer days.`}
      </p>
    </>
  );
}
