import { ClaimHistory } from '@/components/trail/claim-history';
import { isNumbered, type ShownClaim } from '../outbox/overlay';
import { useSession } from '../session/session-context';
import { beginRestoring } from '../session/write-acts';
import { PanelFrame } from './panel-frame';

/** What was done with the open claim, by whom; and the way back to what it was. */
export function HistoryPanel({ claim }: { claim: ShownClaim }) {
  const session = useSession();
  return (
    <PanelFrame claim={claim} title="History">
      <div className="px-3.5 pb-3">
        {isNumbered(claim) ? (
          <ClaimHistory
            claimId={claim.id}
            userId={session.data.actor.userId}
            version={claim.version}
            restores={{ begin: () => beginRestoring(session, claim) }}
          />
        ) : (
          <p className="text-ink-3">It begins once the claim is saved.</p>
        )}
      </div>
    </PanelFrame>
  );
}
