import { ClassBadge } from '@/components/ui/class-badge';
import { Kbd } from '@/components/ui/kbd';
import { Pips } from '@/components/ui/pips';
import { RelativeTime } from '@/components/ui/relative-time';
import { SOURCE_CLASS_FACTS, SOURCE_TYPE_FACTS, toSourceClass } from '@/lib/attribution/source-type';
import { CLAIM_STATE_LABELS } from '@/lib/claims/claim-state';
import { CONFIDENCE_FACTS } from '@/lib/claims/confidence';
import { can } from '@/lib/permissions/permissions';
import type { TextRange } from '@/lib/text/offset';
import { claimName, whoSays } from '../claim-words';
import type { ShownClaim } from '../outbox/overlay';
import { resourceOf } from '../session/open-acts';
import { useSession } from '../session/session-context';
import { ClaimCardActions } from './claim-card-actions';
import { HeldNote } from './held-note';
import { SpanPreview } from './span-preview';

/** The open claim: its words, who says so, how sure, and what can be done with it. */
export function ClaimCard({ claim, moved }: { claim: ShownClaim; moved: readonly TextRange[] | null }) {
  const { data } = useSession();
  const sourceClass = toSourceClass(claim.sourceType);
  const editable = can(data.actor, 'claim.edit', resourceOf(claim));
  return (
    <section id={`card-${claim.id}`} className="card open-card" aria-label={claimName(claim)} tabIndex={-1}>
      <div className="card-scroll">
        <div className="card-head">
          <span aria-hidden="true" className="contents">
            <ClassBadge c={sourceClass} letter={SOURCE_CLASS_FACTS[sourceClass].letter} label="" number={claim.number} />
          </span>
          <h2 className="card-title">{SOURCE_CLASS_FACTS[sourceClass].label}</h2>
          <span className="card-kind">{SOURCE_TYPE_FACTS[claim.sourceType].short}</span>
          <span className="card-aside">
            {CLAIM_STATE_LABELS[claim.state]}, <bdi>{claim.createdBy.id === data.actor.userId ? 'you' : claim.createdBy.name}</bdi>
          </span>
        </div>
        {moved === null ? (
          <p className="card-quote" dir="auto">
            {claim.spans.map(({ quote }) => quote).join(' … ')}
          </p>
        ) : (
          <SpanPreview text={data.revision.text} from={claim.spans} to={moved} />
        )}
        <HeldNote claim={claim} />
        {claim.reason === null ? null : <Reason claim={claim} />}
        <dl className="card-facts">
          <dt>Source</dt>
          <dd>
            <bdi className={claim.source === null ? 'text-ink-2' : 'font-medium'}>{whoSays(claim)}</bdi>
          </dd>
          <dt>Confidence</dt>
          <dd className="inline-flex items-center gap-2">
            {CONFIDENCE_FACTS[claim.confidence].label} <Pips filled={CONFIDENCE_FACTS[claim.confidence].pips} />
          </dd>
          {claim.note === '' ? null : (
            <>
              <dt>Note</dt>
              <dd className="card-note" dir="auto">
                {claim.note}
              </dd>
            </>
          )}
          {claim.lastEditedBy.id === claim.createdBy.id ? null : (
            <>
              <dt>Edited</dt>
              <dd>
                <bdi>{claim.lastEditedBy.name}</bdi>, <RelativeTime at={claim.updatedAt} />
              </dd>
            </>
          )}
        </dl>
        {editable ? null : <p className="card-only">Made by {claim.createdBy.name}. You can read it, not change it.</p>}
      </div>
      <ClaimCardActions claim={claim} moved={moved !== null} editable={editable} />
    </section>
  );
}

/** Why the editors sent it back, where the checker will look first. */
function Reason({ claim }: { claim: ShownClaim }) {
  if (claim.reason === null) return null;
  return (
    <div className="card-reason">
      <p className="font-strong">
        {claim.state === 'rejected' ? 'Rejected' : 'Returned'} by <bdi>{claim.reason.by.name}</bdi>, <RelativeTime at={claim.reason.at} />
      </p>
      <p dir="auto">{claim.reason.text}</p>
      {claim.state === 'returned' ? (
        <p className="text-small text-ink-3">
          <Kbd silent>↵</Kbd> Edit it, then submit it again.
        </p>
      ) : null}
    </div>
  );
}
