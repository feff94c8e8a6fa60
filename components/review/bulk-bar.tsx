import { Button } from '@/components/ui/button';
import { usePart } from '@/components/ui/use-part';
import type { QueueItem } from '@/lib/review/queue';
import { ownWords } from './claim-words';
import { useSingleKey } from './single-key';
import { mayApprove } from './use-bulk';

type BulkBarProps = {
  marked: readonly QueueItem[];
  /** How many are in the list. */
  shown: number;
  userId: string;
  returning: boolean;
  onApprove: () => void;
  onReturn: () => void;
  onSend: (reason: string) => void;
  onCancel: () => void;
  onAll: () => void;
  onClear: () => void;
};

const loadForms = () => import('./decide-forms');

/** What can be done with the claims that are selected, together. Decisions on one claim stand beside it as ever. */
export function BulkBar(props: BulkBarProps) {
  const { marked, shown, userId, returning, onApprove, onReturn, onSend, onCancel, onAll, onClear } = props;
  const single = useSingleKey();
  const forms = usePart(loadForms, returning);
  if (marked.length === 0) return null;
  const may = marked.filter(mayApprove).length;
  const foreign = marked.filter((item) => !mayApprove(item));
  return (
    <section aria-label="Selected claims" className="bulk-bar">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <strong role="status">{marked.length === 1 ? '1 claim selected' : `${marked.length} claims selected`}</strong>
        <Button size="s" tone="primary" {...single('approve')} unavailable={may === 0} onClick={onApprove}>
          {may === 1 ? 'Approve 1' : `Approve ${may}`}
        </Button>
        <Button size="s" {...single('return')} onClick={onReturn}>
          Return {marked.length}…
        </Button>
        {marked.length < shown ? (
          <Button size="s" tone="quiet" onClick={onAll}>
            Select all {shown} shown
          </Button>
        ) : null}
        <Button size="s" tone="quiet" shortcut="Esc" onClick={onClear}>
          Clear
        </Button>
      </div>
      {foreign.length === 0 ? null : (
        <p className="mt-1.5 break-words text-ink-2 text-small">Not yours to approve: {whyEach(foreign, userId)}.</p>
      )}
      {returning && forms ? <forms.BulkReasonForm count={marked.length} onSend={onSend} onCancel={onCancel} /> : null}
    </section>
  );
}

/** “claim 5 (made by you), claim 7 (edited by you)” */
function whyEach(items: readonly QueueItem[], userId: string): string {
  return items.map(({ claim }) => `claim ${claim.number} (${ownWords(claim, userId) ?? 'no longer waits'})`).join(', ');
}
