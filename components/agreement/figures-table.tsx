import type { ReactNode } from 'react';
import { chanceSentence, intervalWords, MEASURE_FACTS, type Measured, valueWords } from '@/lib/agreement/measure';
import { FigurePlot, PlotAxis } from './figure-plot';

export type FigureRow = {
  readonly key: string;
  readonly name: ReactNode;
  readonly measured: Measured;
  /** Whether it is said what the measure takes for chance: where each row is another measure. */
  readonly chance?: boolean;
  /** What stands in the last column: the link to the claims behind the figure. */
  readonly behind?: ReactNode;
};

type FiguresTableProps = { labelledBy: string; head: string; behindHead?: string; rows: readonly FigureRow[] };

/** Figures, each drawn beside its number, interval and n; where there is none, a dash and the reason. */
export function FiguresTable({ labelledBy, head, behindHead, rows }: FiguresTableProps) {
  return (
    <table className="figures" aria-labelledby={labelledBy}>
      <thead>
        <tr>
          <th scope="col">{head}</th>
          <th scope="col" className="plot">
            <span className="sr-only">Drawn</span>
          </th>
          <th scope="col" className="num">
            Figure
          </th>
          <th scope="col">95 %</th>
          <th scope="col">Of</th>
          {behindHead === undefined ? null : <th scope="col">{behindHead}</th>}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={row.key} row={row} hasBehind={behindHead !== undefined} />
        ))}
      </tbody>
      <tfoot>
        <tr>
          <td />
          <td className="plot">
            <PlotAxis />
          </td>
        </tr>
      </tfoot>
    </table>
  );
}

function Row({ row: { name, measured, chance = false, behind }, hasBehind }: { row: FigureRow; hasBehind: boolean }) {
  const { figure, interval, sentence } = measured;
  return (
    <tr>
      <th scope="row">
        {name}
        {figure.defined ? <small>{sentence}</small> : null}
        {chance ? <small>{chanceSentence(measured.measure)}</small> : null}
      </th>
      {figure.defined ? (
        <>
          <td className="plot">
            <FigurePlot measured={measured} />
          </td>
          <td className="num">{valueWords(figure.value)}</td>
          <td className="range">{interval.defined ? intervalWords(interval) : <span className="none">– {interval.reason}</span>}</td>
          <td className="of">{ofWords(measured)}</td>
        </>
      ) : (
        <td colSpan={4} className="none">
          – {figure.reason}
        </td>
      )}
      {hasBehind ? <td className="behind">{behind}</td> : null}
    </tr>
  );
}

function ofWords({ measure, n }: Measured): string {
  const [one, several] = MEASURE_FACTS[measure].unit;
  return `${n.toLocaleString('en')} ${n === 1 ? one : several}`;
}
