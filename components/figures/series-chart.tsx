import { daysWords } from '@/lib/figures/period';
import { type Bucket, SERIES, type Series } from '@/lib/figures/throughput';

const TITLES: Readonly<Record<Series, string>> = { made: 'Made', submitted: 'Submitted', decided: 'Decided' };
const HEIGHT = 64;

/**
 * What was done over time, one row of bars for each, all on one scale. Drawn by percentages, so that it fits any width.
 * Decoration: the table below has the numbers.
 */
export function SeriesChart({ buckets }: { buckets: readonly Bucket[] }) {
  const most = Math.max(1, ...buckets.flatMap(({ counts }) => SERIES.map((series) => counts[series])));
  const [first, last] = [buckets[0], buckets.at(-1)];
  return (
    <div className="fig-series" aria-hidden="true">
      {SERIES.map((series) => (
        <div key={series}>
          <p>{TITLES[series]}</p>
          <svg aria-hidden="true" height={HEIGHT + 1}>
            <line x1="0" x2="100%" y1={HEIGHT + 0.5} y2={HEIGHT + 0.5} />
            {buckets.map(({ from, counts }, at) => {
              const height = counts[series] === 0 ? 0 : Math.max(2, (counts[series] / most) * HEIGHT);
              const width = 100 / buckets.length;
              return <rect key={from} x={`${(at + 0.1) * width}%`} width={`${width * 0.8}%`} y={HEIGHT - height} height={height} />;
            })}
          </svg>
        </div>
      ))}
      {first === undefined || last === undefined ? null : (
        <p className="ends">
          <span>{daysWords(first)}</span>
          <span>{buckets.length > 1 ? daysWords(last) : ''}</span>
        </p>
      )}
    </div>
  );
}
