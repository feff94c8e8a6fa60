import { intervalWords, MEASURE_FACTS, type Measured, valueWords } from '@/lib/agreement/measure';

/** A figure with its interval and n, or a dash and the reason why there is none. */
export function MeasuredText({ measured: { measure, figure, interval, n } }: { measured: Measured }) {
  if (!figure.defined) return <span className="none">– {figure.reason}</span>;
  const [one, several] = MEASURE_FACTS[measure].unit;
  return (
    <>
      <b className="font-strong">{valueWords(figure.value)}</b> {interval.defined ? `(${intervalWords(interval)})` : ''}
      <small>
        {n.toLocaleString('en')} {n === 1 ? one : several}
        {interval.defined ? '' : `; no interval: ${interval.reason}`}
      </small>
    </>
  );
}
