import type { Band } from '@/lib/reliability/calibration/calibration';

const TICKS = [0, 25, 50, 75, 100] as const;
/** The drawing's edges within its box, in percent: room for the labels. */
const [LEFT, RIGHT, TOP, BOTTOM] = [12, 98, 3, 86];

const x = (share: number) => `${LEFT + share * (RIGHT - LEFT)}%`;
const y = (share: number) => `${BOTTOM - share * (BOTTOM - TOP)}%`;

/**
 * How likely it was said to be, and how often it was so: on the line, as said; below it, said too surely. With the interval of
 * each. Drawn by percentages, so that text keeps its size. Decoration: the table beside it has the numbers.
 */
export function ReliabilityDiagram({ bands }: { bands: readonly Band[] }) {
  return (
    <svg aria-hidden="true" className="cal-diagram">
      {TICKS.map((tick) => (
        <g key={tick}>
          <line className="grid-line" x1={x(tick / 100)} x2={x(tick / 100)} y1={y(0)} y2={y(1)} />
          <line className="grid-line" x1={x(0)} x2={x(1)} y1={y(tick / 100)} y2={y(tick / 100)} />
          <text x={x(tick / 100)} y={y(0)} dy="15" textAnchor="middle">
            {tick}
          </text>
          <text x={x(0)} y={y(tick / 100)} dx="-5" dy="4" textAnchor="end">
            {tick}
          </text>
        </g>
      ))}
      <line className="as-said" x1={x(0)} x2={x(1)} y1={y(0)} y2={y(1)} />
      {bands.flatMap(({ likelihood, probability, n, held, interval }) =>
        interval.defined
          ? [
              <g key={likelihood}>
                <line className="interval" x1={x(probability)} x2={x(probability)} y1={y(interval.lower)} y2={y(interval.upper)} />
                <circle cx={x(probability)} cy={y(held / n)} r="5" />
              </g>,
            ]
          : [],
      )}
      <text className="axis" x={x(0.5)} y="99%" textAnchor="middle">
        Said, in 100
      </text>
      <text className="axis" x={x(0.03)} y={y(0.93)}>
        Held up, in 100
      </text>
    </svg>
  );
}
