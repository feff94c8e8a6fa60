import type { Work } from '@/lib/assignments/desk-work';
import type { ReturnReasons } from '@/lib/review/return-reasons/return-reason';
import type { Workload } from '@/lib/review/workload/workload';
import { counted } from '@/lib/text/counted';
import { ReasonsButton } from './reasons-button';
import { WorkList } from './work-list';
import { WorkloadTable } from './workload-table';

type DeskOfEditorsProps = {
  late: readonly (Work & { readonly placesLeft: number })[];
  workload: readonly Workload[];
  reasons: ReturnReasons;
};

/** What is late, and who has what. */
export function DeskOfEditors({ late, workload, reasons }: DeskOfEditorsProps) {
  return (
    <>
      {late.length === 0 ? null : (
        <WorkList
          id="late"
          title="Late"
          rows={late}
          toFacts={({ placesLeft }) => (placesLeft === 0 ? null : `${counted(placesLeft, 'place')} that nobody has`)}
        />
      )}
      <div className="grid justify-items-start gap-3 *:w-full">
        <WorkloadTable people={workload} />
        <p>
          <ReasonsButton now={reasons} />
        </p>
      </div>
    </>
  );
}
