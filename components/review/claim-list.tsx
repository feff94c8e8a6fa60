import type { QueueItem } from '@/lib/review/queue';
import type { ReviewStep } from './claim-history';
import { ClaimRow } from './claim-row';
import { roundOf } from './claim-words';
import { useSingleKey } from './single-key';
import { troubleWords } from './status-words';
import type { Notice } from './triage/triage';

type ClaimListProps = {
  items: readonly QueueItem[];
  selectedId: string | null;
  userId: string;
  now: number;
  notices: ReadonlyMap<string, Notice>;
  stepsOf: (claimId: string) => readonly ReviewStep[];
  showArticle: boolean;
  onSelect: (item: QueueItem) => void;
  /** Selected to be decided on together. */
  marked: ReadonlySet<string>;
  /** `range`: with all between it and the chosen one. */
  onMark: (item: QueueItem, range: boolean) => void;
};

/**
 * A listbox and not a list of buttons: screen readers pass single keys on to a listbox, and reading a
 * row is choosing it. The details beside it follow the choice.
 */
export function ClaimList({ items, selectedId, userId, now, notices, stepsOf, showArticle, onSelect, marked, onMark }: ClaimListProps) {
  const next = useSingleKey()('next', 'previous')['aria-keyshortcuts'];
  return (
    <div role="listbox" aria-label="Claims that wait for a decision" aria-keyshortcuts={next} className="claim-list">
      {items.map((item) => (
        <ClaimRow
          key={item.claim.id}
          item={item}
          userId={userId}
          now={now}
          selected={item.claim.id === selectedId}
          round={roundOf(stepsOf(item.claim.id))}
          trouble={troubleWords(notices.get(item.claim.id))}
          showArticle={showArticle}
          onSelect={() => onSelect(item)}
          marked={marked.has(item.claim.id)}
          onMark={(range) => onMark(item, range)}
        />
      ))}
    </div>
  );
}
