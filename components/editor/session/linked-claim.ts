import { toast } from '@/components/ui/toast';
import { openClaim } from './open-acts';
import type { Session } from './session';

/** A permanent link to a claim: /articles/<id>#claim-<claimId>. */
const LINK = /^#claim-([0-9a-f-]{36})$/;

/** Opens the claim the address names and brings it into view, or says that it is gone. */
export function openLinkedClaim(session: Session, hash: string): void {
  const claimId = LINK.exec(hash)?.[1];
  if (claimId === undefined) return;
  if (session.find(claimId) !== null) openClaim(session, claimId, true);
  else toast('The claim this link leads to is no longer in the article.');
}
