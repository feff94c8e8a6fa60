import { onAxis } from '@/lib/agreement/axis';
import { type Measured, RELIABLE, TENTATIVE } from '@/lib/agreement/measure';

/** The axis of a coefficient: chance and full agreement, and between them from where on it is good for something. */
const TICKS = [
  { at: 0, label: '0 chance' },
  { at: TENTATIVE, label: '.67' },
  { at: RELIABLE, label: '.8' },
  { at: 1, label: '1' },
] as const;

/**
 * A figure with its interval on one line. Drawn by percentages in an SVG of its own, so that text keeps its size on a phone.
 * Decoration: figure and interval stand beside it as text. Dashed is without an interval.
 */
export function FigurePlot({ measured: { figure, interval } }: { measured: Measured }) {
  return (
    <svg aria-hidden="true" className="figure-svg">
      {TICKS.map((tick) => (
        <line key={tick.at} className="grid-line" x1={onAxis(tick.at)} x2={onAxis(tick.at)} y1="0" y2="100%" />
      ))}
      {interval.defined ? (
        <>
          <line className="interval" x1={onAxis(interval.lower)} x2={onAxis(interval.upper)} y1="50%" y2="50%" />
          {[interval.lower, interval.upper].map((end) => (
            <line key={end} className="cap" x1={onAxis(end)} x2={onAxis(end)} y1="30%" y2="70%" />
          ))}
        </>
      ) : null}
      {figure.defined ? (
        <circle className="point" data-open={interval.defined ? undefined : ''} cx={onAxis(figure.value)} cy="50%" r="4.5" />
      ) : null}
    </svg>
  );
}

/** The axis once, under the lines of a plot. */
export function PlotAxis() {
  return (
    <svg aria-hidden="true" className="figure-axis">
      {TICKS.map((tick) => (
        <text key={tick.at} x={onAxis(tick.at)} y="12" textAnchor={tick.at === 1 ? 'end' : 'middle'}>
          {tick.label}
        </text>
      ))}
    </svg>
  );
}
