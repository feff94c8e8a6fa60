import type { Claim } from '@/lib/claims/claim';
import { toTagInput } from '@/lib/claims/tag-values';
import { required } from '@/lib/kernel/assert';
import type { Result } from '@/lib/kernel/result';
import { approveClaim, fixAndApprove, rejectClaim, returnClaim, undoDecision } from '@/lib/review/actions';
import type { Entry } from './act';

/** Sends one act through its server action, in the name of the one who made it: whoever is signed in by then is not asked to stand for it. */
export async function sendAct(actorId: string, { key, item, act, version }: Entry): Promise<Result<Claim>> {
  const known = required(version, 'an act is sent only when the one before it is answered');
  const target = { key, actorId, claimId: item.claim.id, version: known };
  switch (act.kind) {
    case 'approve':
      return approveClaim(target);
    case 'fix':
      return fixAndApprove({ ...target, ...toTagInput(act.tag) });
    case 'return':
      return returnClaim({ ...target, reason: act.reason, ...(act.reasonId === undefined ? {} : { reasonId: act.reasonId }) });
    case 'reject':
      return rejectClaim({ ...target, reason: act.reason });
    case 'undo':
      return undoDecision(target);
  }
}
