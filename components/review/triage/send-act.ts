import type { Claim } from '@/lib/claims/claim';
import { required } from '@/lib/kernel/assert';
import type { Result } from '@/lib/kernel/result';
import { approveClaim, fixAndApprove, rejectClaim, returnClaim, undoDecision } from '@/lib/review/actions';
import { toFixInput } from '../fix/fix-values';
import type { Entry } from './act';

/** Sends one act through its server action. */
export async function sendAct({ key, item, act, version }: Entry): Promise<Result<Claim>> {
  const target = { key, claimId: item.claim.id, version: required(version, 'an act is sent only when the one before it is answered') };
  switch (act.kind) {
    case 'approve':
      return approveClaim(target);
    case 'fix':
      return fixAndApprove({ ...target, ...toFixInput(act.values) });
    case 'return':
      return returnClaim({ ...target, reason: act.reason });
    case 'reject':
      return rejectClaim({ ...target, reason: act.reason });
    case 'undo':
      return undoDecision(target);
  }
}
