import type { Work } from '@/lib/assignments/desk-work';
import type { House } from '@/lib/report/house/house';
import type { ReturnReasons } from '@/lib/review/return-reasons/return-reason';
import type { Workload } from '@/lib/review/workload/workload';
import { counted } from '@/lib/text/counted';
import { HouseButton } from './house-button';
import { ReasonsButton } from './reasons-button';
import { WorkList } from './work-list';
import { WorkloadTable } from './workload-table';

/** What should be checked by now and is not. */
export function LateWork({ late }: { late: readonly (Work & { readonly placesLeft: number })[] }) {
  if (late.length === 0) return null;
  const toFacts = ({ placesLeft }: (typeof late)[number]) => (placesLeft === 0 ? null : `${counted(placesLeft, 'place')} that nobody has`);
  return <WorkList id="late" title="Late" rows={late} toFacts={toFacts} />;
}

type DeskOfEditorsProps = {
  workload: readonly Workload[];
  reasons: ReturnReasons;
  /** Null for those who may not change it. */
  house: House | null;
};

/** Who has what, and what the desk has settled for itself. */
export function DeskOfEditors({ workload, reasons, house }: DeskOfEditorsProps) {
  return (
    <div className="grid min-w-0 grid-cols-1 gap-3">
      <WorkloadTable people={workload} />
      <p className="flex flex-wrap gap-2">
        <ReasonsButton now={reasons} />
        {house === null ? null : <HouseButton now={house} />}
      </p>
    </div>
  );
}
