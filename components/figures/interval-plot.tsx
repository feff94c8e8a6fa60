import type { Measured } from '@/lib/agreement/measure';

/** What lies below is drawn at the edge: how far below chance tells nobody anything. */
const LEAST = -0.25;

function x(value: number): string {
  return `${((Math.min(1, Math.max(LEAST, value)) - LEAST) / (1 - LEAST)) * 100}%`;
}

/** A figure with its interval between chance (or nothing) and full agreement. Decoration: both stand beside it. Hollow is without an interval. */
export function IntervalPlot({ measured: { figure, interval } }: { measured: Measured }) {
  if (!figure.defined) return null;
  return (
    <svg aria-hidden="true" className="fig-interval">
      {[0, 1].map((end) => (
        <line key={end} className="grid-line" x1={x(end)} x2={x(end)} y1="0" y2="100%" />
      ))}
      {interval.defined ? <line className="interval" x1={x(interval.lower)} x2={x(interval.upper)} y1="50%" y2="50%" /> : null}
      <circle className="point" data-open={interval.defined ? undefined : ''} cx={x(figure.value)} cy="50%" r="4.5" />
    </svg>
  );
}
