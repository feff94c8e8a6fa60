import type { DeskWork } from '@/lib/assignments/desk-work';
import { LeaseLeft } from './lease-left';
import { PartActs } from './part-acts';
import { TakeNext } from './take-next';
import { WorkList } from './work-list';

/** How much of the pool the desk shows; the most urgent is taken by one act. */
const POOL_SHOWN = 5;

/** What is one's own to check, then what one could take: what runs out first on top. */
export function OwnWork({ work: { held, given, pool } }: { work: DeskWork }) {
  return (
    <>
      {held.length === 0 ? null : (
        <WorkList
          id="held"
          title="You have taken"
          rows={held}
          toFacts={({ leaseUntil }) => (leaseUntil === null ? null : <LeaseLeft until={leaseUntil} />)}
          toActs={({ articleId, title, checkers, lapsed }) => (
            <PartActs articleId={articleId} title={title} checkers={checkers} lapsed={lapsed} />
          )}
        />
      )}
      {given.length === 0 ? null : (
        <WorkList
          id="given"
          title="Given to you"
          rows={given}
          toActs={({ articleId, title, checkers }) => <PartActs articleId={articleId} title={title} checkers={checkers} lapsed={false} />}
        />
      )}
      <WorkList
        id="pool"
        title="Waits to be checked"
        rows={pool.slice(0, POOL_SHOWN)}
        count={
          pool.length === 0
            ? 'Nothing that you could take.'
            : pool.length > POOL_SHOWN
              ? `the first ${POOL_SHOWN} of ${pool.length}`
              : undefined
        }
        act={<TakeNext waiting={pool.length} />}
      />
    </>
  );
}
