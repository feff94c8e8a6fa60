import { type Measured, RELIABLE, TENTATIVE } from '@/lib/agreement/measure';

/** The axis of a coefficient: chance and full agreement, and between them from where on it is good for something. */
const TICKS = [
  { at: 0, label: '0 chance' },
  { at: TENTATIVE, label: '.67' },
  { at: RELIABLE, label: '.8' },
  { at: 1, label: '1' },
] as const;

/** What lies below is drawn at the edge: how far below chance tells nobody anything. */
const LEAST = -0.25;

/** Where a value lies on the axis, in percent of its width. */
function at(value: number): string {
  return `${((Math.min(1, Math.max(LEAST, value)) - LEAST) / (1 - LEAST)) * 100}%`;
}

/**
 * A figure with its interval on one line. Drawn by percentages in an SVG of its own, so that text keeps its size on a phone.
 * Decoration: figure and interval stand beside it as text. Dashed is without an interval.
 */
export function FigurePlot({ measured: { figure, interval } }: { measured: Measured }) {
  return (
    <svg aria-hidden="true" className="figure-svg">
      {TICKS.map((tick) => (
        <line key={tick.at} className="grid-line" x1={at(tick.at)} x2={at(tick.at)} y1="0" y2="100%" />
      ))}
      {interval.defined ? (
        <>
          <line className="interval" x1={at(interval.lower)} x2={at(interval.upper)} y1="50%" y2="50%" />
          {[interval.lower, interval.upper].map((end) => (
            <line key={end} className="cap" x1={at(end)} x2={at(end)} y1="30%" y2="70%" />
          ))}
        </>
      ) : null}
      {figure.defined ? (
        <circle className="point" data-open={interval.defined ? undefined : ''} cx={at(figure.value)} cy="50%" r="4.5" />
      ) : null}
    </svg>
  );
}

/** The axis once, under the lines of a plot. */
export function PlotAxis() {
  return (
    <svg aria-hidden="true" className="figure-axis">
      {TICKS.map((tick) => (
        <text key={tick.at} x={at(tick.at)} y="12" textAnchor={tick.at === 1 ? 'end' : 'middle'}>
          {tick.label}
        </text>
      ))}
    </svg>
  );
}
