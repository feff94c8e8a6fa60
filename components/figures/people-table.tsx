import type { Period } from '@/lib/figures/period';
import { DONE, type PersonDone } from '@/lib/figures/throughput';
import { stepsHref } from './address';
import { CountLink } from './count-link';

const HEADS: Readonly<Record<(typeof DONE)[number], string>> = {
  made: 'Made',
  submitted: 'Submitted',
  approved: 'Approved',
  returned: 'Returned',
  rejected: 'Rejected',
  decided: 'Decided',
};

/** What each did, in the order of their names: it is no ranking. */
export function PeopleTable({ people, period }: { people: readonly PersonDone[]; period: Period }) {
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
                <bdi>{person.name}</bdi>
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
