import { ClaimComments } from '@/components/comments/claim-comments';
import { Pips } from '@/components/ui/pips';
import { RelativeTime } from '@/components/ui/relative-time';
import { useRested } from '@/components/ui/use-rested';
import { corroborationWords } from '@/lib/attribution/corroboration';
import { SOURCE_CLASS_FACTS, SOURCE_TYPE_FACTS, toSourceClass } from '@/lib/attribution/source-type';
import { toClaimResource } from '@/lib/claims/claim';
import { CLAIM_STATE_LABELS } from '@/lib/claims/claim-state';
import { wholeQuote } from '@/lib/claims/claim-words';
import { CONFIDENCE_FACTS } from '@/lib/claims/confidence';
import { can } from '@/lib/permissions/permissions';
import type { TextRange } from '@/lib/text/offset';
import { ChainHedges, ChainView, StrengthLine } from '../chain/chain-view';
import { ClaimBadge } from '../claim-badge';
import { isNumbered, type ShownClaim } from '../outbox/overlay';
import { OwnKey } from '../own-key';
import { useSession } from '../session/session-context';
import { shownName } from '../shown-claim';
import { CardFinding } from './card-finding';
import { CardFlags } from './card-flags';
import { CardParents } from './card-parents';
import { CardRelations } from './card-relations';
import { CardTools } from './card-tools';
import { ClaimCardActions } from './claim-card-actions';
import { DeskNote } from './desk-note';
import { ElsewhereNote, HeldNote } from './held-note';
import { SpanParts } from './span-parts';
import { SpanPreview } from './span-preview';

/** The open claim: its words, who says so and through whom, how sure, and what can be done with it. */
export function ClaimCard({ claim, moved }: { claim: ShownClaim; moved: readonly TextRange[] | null }) {
  const { data } = useSession();
  const editable = can(data.actor, 'claim.edit', toClaimResource(claim, data.checking));
  const rested = useRested();
  return (
    <section id={`card-${claim.id}`} className="card open-card" aria-label={shownName(claim)} tabIndex={-1}>
      <div className="card-scroll">
        <CardHead claim={claim} />
        {moved === null ? <CardQuote claim={claim} /> : <SpanPreview text={data.revision.text} from={claim.spans} to={moved} />}
        {editable ? <SpanParts spans={moved ?? claim.spans} /> : null}
        <HeldNote claim={claim} />
        <ElsewhereNote claimId={claim.id} />
        {claim.reason === null ? null : <Reason claim={claim} />}
        <ChainView chain={claim.chain} />
        <ChainHedges chain={claim.chain} />
        <StrengthLine chain={claim.chain} />
        <CardFacts claim={claim} />
        <CardRelations claim={claim} />
        <section className="card-desk-note" aria-label="Desk note">
          <h3 className="label">Desk note, never in a report</h3>
          {isNumbered(claim) ? (
            <DeskNote key={claim.id} claimId={claim.id} />
          ) : (
            <p className="text-ink-3">It can be written once the claim is saved.</p>
          )}
        </section>
        {isNumbered(claim) ? (
          <section className="card-desk-note" aria-label="Comments">
            <h3 className="label">Comments, for the desk</h3>
            {rested ? (
              <ClaimComments claimId={claim.id} userId={data.actor.userId} edits={can(data.actor, 'queue.view', data.article)} />
            ) : null}
          </section>
        ) : null}
        {editable ? null : <p className="card-only">Made by {claim.createdBy.name}. You can read it, not change it.</p>}
        {moved === null ? <CardTools claim={claim} editable={editable} /> : null}
      </div>
      <ClaimCardActions claim={claim} moved={moved !== null} editable={editable} />
    </section>
  );
}

/** Which claim it is, how the article presents who is speaking, and how far it has come. */
export function CardHead({ claim }: { claim: ShownClaim }) {
  const { data } = useSession();
  return (
    <div className="card-head">
      <ClaimBadge claim={claim} />
      <h2 className="card-title">{SOURCE_CLASS_FACTS[toSourceClass(claim.sourceType)].label}</h2>
      <span className="card-kind">{SOURCE_TYPE_FACTS[claim.sourceType].short}</span>
      <span className="card-aside">
        {CLAIM_STATE_LABELS[claim.state]}, {isOwnStep(claim) ? '' : 'made by '}
        <bdi>{claim.createdBy.id === data.actor.userId ? 'you' : claim.createdBy.name}</bdi>
      </span>
    </div>
  );
}

/** Whether it stands where its maker put it; everything else is an editor's doing. */
function isOwnStep({ state }: ShownClaim): boolean {
  return state === 'draft' || state === 'submitted';
}

/** The claim's words. In a panel two lines of them are enough to know it by. */
export function CardQuote({ claim, short = false }: { claim: ShownClaim; short?: boolean }) {
  return (
    <p className={short ? 'card-quote clamp' : 'card-quote'} dir="auto">
      {wholeQuote(claim.spans)}
    </p>
  );
}

function CardFacts({ claim }: { claim: ShownClaim }) {
  const session = useSession();
  const corroboration = session.standing().corroboration(claim.id);
  return (
    <dl className="card-facts">
      <dt>Confidence</dt>
      <dd className="inline-flex items-center gap-2">
        {CONFIDENCE_FACTS[claim.confidence].label} <Pips filled={CONFIDENCE_FACTS[claim.confidence].pips} />
      </dd>
      {corroboration === null ? null : (
        <>
          <dt>Origins</dt>
          <dd className="first-letter:uppercase">{corroborationWords(corroboration)}</dd>
        </>
      )}
      <CardParents claim={claim} />
      <CardFlags claim={claim} />
      <CardFinding claim={claim} />
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
          <OwnKey command="act" /> Edit it, then submit it again.
        </p>
      ) : null}
    </div>
  );
}
