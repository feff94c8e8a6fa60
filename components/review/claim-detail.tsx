import { Button } from '@/components/ui/button';
import { ClassBadge } from '@/components/ui/class-badge';
import { usePart } from '@/components/ui/use-part';
import { SOURCE_CLASS_FACTS, SOURCE_TYPE_FACTS, toSourceClass } from '@/lib/attribution/source-type';
import type { QueueItem } from '@/lib/review/queue';
import { ClaimFacts } from './claim-facts';
import type { ReviewStep } from './claim-history';
import { approvalWords, roundOf, standsNow } from './claim-words';
import { DecideBar, type DecideKind } from './decide-bar';
import { DETAIL_ID } from './element-ids';
import { useFix } from './fix/use-fix';
import { SentenceText } from './sentence-text';
import type { Decided } from './triage/act';
import type { Notice } from './triage/triage';

/** What the details are for just now. */
export type DetailMode = 'read' | Exclude<DecideKind, 'approve'>;

type ClaimDetailProps = {
  item: QueueItem;
  mode: DetailMode;
  notice: Notice | undefined;
  steps: readonly ReviewStep[];
  userId: string;
  now: number;
  onChoose: (kind: DecideKind) => void;
  onDecide: (act: Decided) => void;
  onCancel: () => void;
  onDismiss: () => void;
  onBack: () => void;
};

/** The part beside the list, or (`open`, on a narrow screen) in its place. It stays when the claim changes, so that a focus on it stays too; what it holds does not. */
export function ClaimDetail({ open, ...rest }: ClaimDetailProps & { open: boolean }) {
  const { id, version } = rest.item.claim;
  return (
    <section id={DETAIL_ID} tabIndex={-1} aria-labelledby="detail-heading" className={open ? 'detail' : 'detail max-md:hidden'}>
      <ClaimDetailBody key={`${id}:${version}`} {...rest} />
    </section>
  );
}

const loadForms = () => import('./decide-forms');
const loadHistory = () => import('./claim-history');
const loadRefusal = () => import('./refusal-note');

function ClaimDetailBody({ item, mode, notice, steps, userId, now, onChoose, onDecide, onCancel, onDismiss, onBack }: ClaimDetailProps) {
  const { claim } = item;
  const fix = useFix(item, notice);
  const forms = usePart(loadForms, mode !== 'read');
  const history = usePart(loadHistory, true);
  const refusal = usePart(loadRefusal, notice !== undefined);
  const fixing = mode === 'fix';
  const sourceType = fixing ? fix.values.sourceType : claim.sourceType;
  const c = toSourceClass(sourceType);
  const round = roundOf(steps);
  const mayDecide = claim.state === 'submitted' && notice?.current !== null;
  return (
    <>
      <div className="relative min-h-0 overflow-y-auto px-4 pt-4 pb-5 sm:px-6">
        <h1 className="sr-only md:hidden">Review</h1>
        <Button tone="quiet" size="s" onClick={onBack} className="-ms-2 mb-2 min-h-9 md:hidden">
          ← Back to the list
        </Button>
        <header className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
          <ClassBadge c={c} letter={SOURCE_CLASS_FACTS[c].letter} label={SOURCE_CLASS_FACTS[c].label} number={claim.number} />
          <h2 id="detail-heading" className="font-strong text-[14px]">
            <span className="sr-only">Claim {claim.number}: </span>
            {SOURCE_TYPE_FACTS[sourceType].label}
          </h2>
          <span className="ms-auto text-ink-3 text-small">
            {claim.createdBy.id === userId ? 'made by you' : <bdi>{claim.createdBy.name}</bdi>}
            {round === null ? '' : `, round ${round}`}
          </span>
        </header>
        {notice === undefined || refusal === null ? null : <refusal.RefusalNote notice={notice} onDismiss={onDismiss} onRetry={onDecide} />}
        <blockquote dir="auto" className="sentence quoted mt-3 break-words text-[19px]/[28px] text-ink-3">
          <SentenceText spans={fixing ? fix.spans : claim.spans} sourceType={sourceType} />
        </blockquote>
        {fixing ? (
          forms && (
            <forms.FixForm
              item={item}
              fix={fix}
              onCancel={onCancel}
              onSend={(tag) => onDecide(fix.unchanged ? { kind: 'approve' } : { kind: 'fix', tag })}
            />
          )
        ) : (
          <ClaimFacts item={item} userId={userId} now={now} />
        )}
        {history === null ? null : <history.ClaimHistory claim={claim} steps={steps} userId={userId} now={now} />}
      </div>
      <div className="decide border-rule border-t bg-paper px-4 pt-3 pb-3.5 sm:px-6">
        {fixing && forms ? <forms.FixButtons fix={fix} onCancel={onCancel} /> : null}
        {(mode === 'return' || mode === 'reject') && forms ? (
          <forms.ReasonForm
            key={mode}
            kind={mode}
            claim={{ id: claim.id, number: claim.number, checker: claim.createdBy.name }}
            onSend={(reason, reasonId) =>
              onDecide(mode === 'return' && reasonId !== null ? { kind: mode, reason, reasonId } : { kind: mode, reason })
            }
            onCancel={onCancel}
          />
        ) : null}
        {mode === 'read' ? (
          <DecideBar
            words={mayDecide ? approvalWords(claim, userId, item.approveRefusal) : decidedWords(item, notice)}
            mayApprove={item.approveRefusal === null}
            mayDecide={mayDecide}
            onDecide={onChoose}
          />
        ) : null}
      </div>
    </>
  );
}

function decidedWords({ claim }: QueueItem, notice: Notice | undefined): string {
  return notice?.current === null
    ? 'This claim was deleted; there is nothing to decide.'
    : `${standsNow(claim.state)} There is nothing to decide.`;
}
