import type { ReactNode } from 'react';
import type { Measured } from '@/lib/agreement/measure';
import { IntervalPlot } from './interval-plot';
import { MeasuredText } from './measured-text';

type Row = { readonly key: string; readonly name: ReactNode; readonly measures: readonly Measured[] };

/** Figures in rows: the first measure drawn beside its numbers, and what else there is of it. */
export function MeasuresTable({ labelledBy, head, rows }: { labelledBy: string; head: string; rows: readonly Row[] }) {
  return (
    <div className="fig-scroll">
      <table className="fig-table fig-measured" aria-labelledby={labelledBy}>
        <thead>
          <tr>
            <th scope="col">{head}</th>
            <th scope="col">
              <span className="sr-only">Drawn</span>
            </th>
            <th scope="col">Figure</th>
            <th scope="col">Same value</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, name, measures: [first, ...others] }) => (
            <tr key={key}>
              <th scope="row">{name}</th>
              <td className="drawn">{first === undefined ? null : <IntervalPlot measured={first} />}</td>
              <td>{first === undefined ? null : <MeasuredText measured={first} />}</td>
              <td>
                {others.slice(0, 1).map((measured) => (
                  <MeasuredText key={measured.measure} measured={measured} />
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
