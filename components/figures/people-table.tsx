import Link from 'next/link';
import type { Period } from '@/lib/figures/period';
import type { FiguresInput } from '@/lib/figures/schema';
import { DONE, type PersonDone } from '@/lib/figures/throughput';
import { figuresHref, stepsHref } from './address';
import { CountLink } from './count-link';

const HEADS: Readonly<Record<(typeof DONE)[number], string>> = {
  made: 'Made',
  submitted: 'Submitted',
  approved: 'Approved',
  returned: 'Returned',
  rejected: 'Rejected',
  decided: 'Decided',
};

type PeopleTableProps = { people: readonly PersonDone[]; period: Period; input: FiguresInput };

/** What each did, in the order of their names: it is no ranking. A name leads to what they did over time. */
export function PeopleTable({ people, period, input }: PeopleTableProps) {
  return (
    <div className="fig-scroll">
      <table className="fig-table" aria-labelledby="fig-people">
        <thead>
          <tr>
            <th scope="col">Person</th>
            {DONE.map((what) => (
              <th key={what} scope="col" className="n">
                {HEADS[what]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {people.map(({ person, done }) => (
            <tr key={person.id}>
              <th scope="row">
                <Link href={figuresHref({ ...input, person: person.id })} aria-current={input.person === person.id ? 'true' : undefined}>
                  <bdi>{person.name}</bdi>
                </Link>
              </th>
              {DONE.map((what) => (
                <td key={what} className="n">
                  <CountLink
                    count={done[what]}
                    href={stepsHref({ what, person: person.id }, period)}
                    of={`${HEADS[what].toLowerCase()} by ${person.name}`}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
