import { ListHead } from '@/components/ui/list-head';
import { toDo, type Workload } from '@/lib/review/workload/workload';
import { HandOnButton } from './hand-on';

/** What each of the desk has before them. Who left and has something to hand on stands first. */
export function WorkloadTable({ people }: { people: readonly Workload[] }) {
  return (
    <section aria-labelledby="workload" className="grid min-w-0 grid-cols-1">
      <ListHead id="workload" title="Who has what" />
      <div className="relative overflow-x-auto">
        <table className="w-full min-w-[560px] border-rule border-b text-left">
          <thead className="text-ink-3 text-small">
            <tr>
              <th scope="col" className="py-1.5 pr-4 font-medium">
                Person
              </th>
              {['Articles', 'Drafts', 'Returned', 'Waiting for review'].map((head) => (
                <th key={head} scope="col" className="px-3 py-1.5 text-right font-medium">
                  {head}
                </th>
              ))}
              <th scope="col" className="py-1.5 pl-3">
                <span className="sr-only">What can be done</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {people.map((person) => (
              <tr key={person.id} className="border-rule border-t">
                <th scope="row" className="h-9 pr-4 font-normal">
                  <bdi>{person.name}</bdi>
                  {person.left ? <span className="ml-2 text-alarm text-small">! has left</span> : null}
                </th>
                {[person.articles, person.drafts, person.returned, person.waiting].map((count, at) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: the columns, in their order
                  <td key={at} className={`px-3 text-right ${count === 0 ? 'text-ink-3' : ''}`}>
                    {count}
                  </td>
                ))}
                <td className="pl-3 text-right">{toDo(person) === 0 ? null : <HandOnButton from={person} />}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
