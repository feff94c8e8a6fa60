import { ClassBadge } from '@/components/ui/class-badge';
import { Pips } from '@/components/ui/pips';
import { SOURCE_CLASS_FACTS, toSourceClass } from '@/lib/attribution/source-type';
import { CONFIDENCE_FACTS } from '@/lib/claims/confidence';
import type { QueueItem } from '@/lib/review/queue';
import { contradictionWords, isLongWait, ownWords, seenFlags } from './claim-words';
import { rowId } from './element-ids';
import { SentenceText } from './sentence-text';
import { TimeAgo } from './time-ago';
import { WhoLine } from './who-line';

type ClaimRowProps = {
  item: QueueItem;
  userId: string;
  now: number;
  selected: boolean;
  round: number | null;
  /** What became of a decision that did not go through: "not approved". */
  trouble: string | null;
  showArticle: boolean;
  onSelect: () => void;
  marked: boolean;
  onMark: (range: boolean) => void;
};

export function ClaimRow({ item, userId, now, selected, round, trouble, showArticle, onSelect, marked, onMark }: ClaimRowProps) {
  const { claim, article, approveRefusal } = item;
  const c = toSourceClass(claim.sourceType);
  const { letter, label } = SOURCE_CLASS_FACTS[c];
  const own = approveRefusal === null ? null : ownWords(claim, userId);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the page's own key table moves and opens rows
    <div
      role="option"
      id={rowId(claim.id)}
      aria-selected={selected}
      aria-checked={marked}
      data-marked={marked || undefined}
      tabIndex={selected ? 0 : -1}
      onClick={onSelect}
      className="claim-row relative grid cursor-default grid-cols-[40px_minmax(0,1fr)] gap-x-3 py-2.5 pr-4 pl-4 sm:grid-cols-[44px_minmax(0,1fr)_92px_52px] sm:pr-6.5 sm:pl-7.5"
    >
      <span className="grid content-start justify-items-start gap-1 pt-0.5">
        <ClassBadge c={c} letter={letter} label={label} number={claim.number} on={selected} />
        {/* For the mouse; the keyboard has its own key, and the row says whether it is checked. */}
        <span
          aria-hidden="true"
          className="mark-box"
          onClick={(event) => {
            event.stopPropagation();
            onMark(event.shiftKey);
          }}
        />
      </span>
      <div className="min-w-0">
        <p dir="auto" className="sentence quoted line-clamp-3 text-[16px]/[23px] text-ink-3 sm:line-clamp-2">
          <SentenceText spans={claim.spans} sourceType={claim.sourceType} short />
        </p>
        <p className="mt-1 flex min-w-0 gap-x-3 text-ink-2 text-small max-sm:flex-wrap">
          <span className="flex min-w-0 max-w-full flex-none pb-px sm:max-w-[55%]">
            <span className="sr-only">Who says so: </span>
            <WhoLine chain={claim.chain} />
          </span>
          <Remarks item={item} />
          {showArticle ? (
            <span className="min-w-0 max-w-[42ch] truncate text-ink-3">
              <span className="sr-only">In the article </span>
              <bdi>{article.title}</bdi>
            </span>
          ) : null}
          {round === null ? null : <span className="flex-none text-ink-3">round {round}</span>}
          {own === null ? null : <span className="flex-none text-ink-3">{own}</span>}
          {trouble === null ? null : <strong className="flex-none text-alarm">{trouble}</strong>}
        </p>
      </div>
      <span className="flex items-center gap-1.5 self-start text-ink-2 text-small max-sm:col-start-2 max-sm:mt-1 sm:h-[22px]">
        <Pips filled={CONFIDENCE_FACTS[claim.confidence].pips} />
        {CONFIDENCE_FACTS[claim.confidence].label}
        <span className="sr-only"> confidence</span>
        <span className="ml-2 sm:hidden">
          <Age at={claim.submittedAt} now={now} />
        </span>
      </span>
      <span className="text-right text-small/[22px] max-sm:hidden">
        <Age at={claim.submittedAt} now={now} />
      </span>
    </div>
  );
}

/** What an editor wants to know before opening the claim: that another contradicts it, and what a person saw in it. */
function Remarks({ item: { claim, bearing } }: { item: QueueItem }) {
  const contradiction = contradictionWords(bearing);
  return (
    <>
      {contradiction === null ? null : (
        <span className="flex-none text-alarm">
          <span aria-hidden="true">≠ {contradiction.short}</span>
          <span className="sr-only">{contradiction.long}</span>
        </span>
      )}
      {claim.parents === undefined ? null : <span className="flex-none text-ink-3">consensus of {claim.parents.length}</span>}
      {seenFlags(claim).map((label) => (
        <span key={label} className="flex-none text-ink-3">
          {label}
        </span>
      ))}
    </>
  );
}

function Age({ at, now }: { at: Date | null; now: number }) {
  if (at === null) return null;
  return (
    <span className={isLongWait(at, now) ? 'font-strong text-ink' : 'text-ink-3'}>
      <span className="sr-only">waiting since </span>
      <TimeAgo at={at} now={now} style="short" />
    </span>
  );
}
