import type { ReactNode } from 'react';
import { CountLink } from './count-link';
import { RowBar } from './row-bar';

export type Bar = {
  readonly key: string;
  readonly name: ReactNode;
  readonly count: number;
  /** The list of what is counted. */
  readonly href: string;
  /** What is counted, read out after the number. */
  readonly of: string;
  /** A class, for its tint and line. */
  readonly c?: string;
};

type BarsTableProps = { label: string; head: string; counts: string; bars: readonly Bar[] };

/** A name, its number and a bar in each row; the longest bar is that of the largest number. */
export function BarsTable({ label, head, counts, bars }: BarsTableProps) {
  const most = Math.max(1, ...bars.map(({ count }) => count));
  return (
    <table className="fig-table fig-bars" aria-label={label}>
      <thead>
        <tr>
          <th scope="col">{head}</th>
          <th scope="col" className="n">
            {counts}
          </th>
          <th scope="col" className="bar">
            <span className="sr-only">Drawn</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {bars.map(({ key, name, count, href, of, c }) => (
          <tr key={key}>
            <th scope="row">{name}</th>
            <td className="n">
              <CountLink count={count} href={href} of={of} />
            </td>
            <td className="bar">
              <RowBar share={count / most} {...(c === undefined ? {} : { c })} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
