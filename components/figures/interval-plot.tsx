import { onAxis } from '@/lib/agreement/axis';
import type { Measured } from '@/lib/agreement/measure';

/** A figure with its interval between chance (or nothing) and full agreement. Decoration: both stand beside it. Hollow is without an interval. */
export function IntervalPlot({ measured: { figure, interval } }: { measured: Measured }) {
  if (!figure.defined) return null;
  return (
    <svg aria-hidden="true" className="fig-interval">
      {[0, 1].map((end) => (
        <line key={end} className="grid-line" x1={onAxis(end)} x2={onAxis(end)} y1="0" y2="100%" />
      ))}
      {interval.defined ? <line className="interval" x1={onAxis(interval.lower)} x2={onAxis(interval.upper)} y1="50%" y2="50%" /> : null}
      <circle className="point" data-open={interval.defined ? undefined : ''} cx={onAxis(figure.value)} cy="50%" r="4.5" />
    </svg>
  );
}
