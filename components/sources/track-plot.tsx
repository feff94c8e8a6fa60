import type { SourceClass } from '@/lib/attribution/source-type';
import type { TrackRecord } from '@/lib/reliability/track-record';
import { inPercent, WHOLE_CLASS } from './words';

type PlotRow = { readonly label: string; readonly record: TrackRecord; readonly own: boolean };

type TrackPlotProps = {
  attribution: TrackRecord;
  content: TrackRecord;
  /** The same question about the whole class, for scale. */
  classContent: TrackRecord;
  sourceClass: SourceClass;
};

const TICKS = [0, 25, 50, 75, 100] as const;

/**
 * Three intervals on one axis. Each is drawn in an SVG of its own by percentages, so that text keeps its size on a phone;
 * the figures stand beside it as text. Dashed is provisional, the band is the class.
 */
export function TrackPlot({ attribution, content, classContent, sourceClass }: TrackPlotProps) {
  const rows: readonly PlotRow[] = [
    { label: 'Did they say so?', record: attribution, own: true },
    { label: 'Is it so?', record: content, own: true },
    { label: `${WHOLE_CLASS[sourceClass]}, is it so?`, record: classContent, own: false },
  ];
  const band = classContent.defined ? classContent.interval : null;
  return (
    <div className="track-plot">
      <dl>
        {rows.map(({ label, record, own }) => (
          <div key={label} className="track-row" data-own={own || undefined}>
            <dt>{label}</dt>
            {record.defined ? (
              <>
                <dd className="track-line" aria-hidden="true">
                  <Line record={record} band={band} />
                </dd>
                <dd className="track-count">
                  {record.k} of {record.n}
                </dd>
                <dd className="track-range">
                  <span className="sr-only">between </span>
                  {inPercent(record.interval.lower)}–{inPercent(record.interval.upper)}%
                </dd>
              </>
            ) : (
              <dd className="track-none">– {record.reason}</dd>
            )}
          </div>
        ))}
      </dl>
      <div className="track-axis" aria-hidden="true">
        <span />
        <span className="track-ticks">
          {TICKS.map((tick) => (
            <span key={tick}>{tick}%</span>
          ))}
        </span>
      </div>
    </div>
  );
}

type LineProps = { record: Extract<TrackRecord, { defined: true }>; band: { readonly lower: number; readonly upper: number } | null };

function Line({ record: { k, n, interval, provisional }, band }: LineProps) {
  const at = (share: number) => `${share * 100}%`;
  const [from, to] = [at(interval.lower), at(interval.upper)];
  return (
    <svg aria-hidden="true" className="track-svg" data-provisional={provisional || undefined}>
      {band === null ? null : <rect className="band" x={at(band.lower)} width={at(band.upper - band.lower)} y="0" height="100%" />}
      {TICKS.map((tick) => (
        <line key={tick} className="grid-line" x1={`${tick}%`} x2={`${tick}%`} y1="0" y2="100%" />
      ))}
      <line className="interval" x1={from} x2={to} y1="50%" y2="50%" />
      {[from, to].map((end) => (
        <line key={end} className="cap" x1={end} x2={end} y1="34%" y2="66%" />
      ))}
      <circle className="point" cx={at(k / n)} cy="50%" r="5" />
    </svg>
  );
}
