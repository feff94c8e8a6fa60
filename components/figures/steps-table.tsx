import { daysWords, type Step } from '@/lib/figures/period';
import type { StepFilter } from '@/lib/figures/step-list';
import { type Bucket, SERIES } from '@/lib/figures/throughput';
import { counted } from '@/lib/text/counted';
import { stepsHref } from './address';
import { CountLink } from './count-link';

type StepsTableProps = { buckets: readonly Bucket[]; by: Step; of: Pick<StepFilter, 'person'> };

/** What the drawing above shows, as numbers. Days on which nothing was done are counted, not listed. */
export function StepsTable({ buckets, by, of }: StepsTableProps) {
  const busy = buckets.filter(({ counts }) => SERIES.some((series) => counts[series] > 0));
  const idle = buckets.length - busy.length;
  return (
    <div className="fig-scroll">
      <table className="fig-table fig-steps" aria-label="What was done, over time">
        <thead>
          <tr>
            <th scope="col">{{ day: 'Day', week: 'Week', month: 'Month' }[by]}</th>
            <th scope="col" className="n">
              Made
            </th>
            <th scope="col" className="n">
              Submitted
            </th>
            <th scope="col" className="n">
              Decided
            </th>
          </tr>
        </thead>
        <tbody>
          {busy.map(({ from, to, counts }) => (
            <tr key={from}>
              <th scope="row">{daysWords({ from, to })}</th>
              {SERIES.map((series) => (
                <td key={series} className="n">
                  <CountLink
                    count={counts[series]}
                    href={stepsHref({ what: series, ...of }, { from, to })}
                    of={`${series}, ${daysWords({ from, to })}`}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {idle === 0 ? null : <p className="fig-note">On {counted(idle, by === 'day' ? 'other day' : `other ${by}`)} nothing was done.</p>}
    </div>
  );
}
