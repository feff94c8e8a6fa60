import type { Claim } from '@/lib/claims/claim';
import { toTagInput } from '@/lib/claims/tag-values';
import { required } from '@/lib/kernel/assert';
import { ok, type Result } from '@/lib/kernel/result';
import { approveClaim, fixAndApprove, rejectClaim, returnClaim, undoDecision } from '@/lib/review/actions';
import { sendWrites } from '@/lib/review/batch/actions';
import type { Entry } from './act';

/** Sends acts in the name of the one who made them: whoever is signed in by then is not asked to stand for them. */
export async function sendActs(actorId: string, entries: readonly Entry[]): Promise<Result<readonly Result<Claim>[]>> {
  const [first] = entries;
  if (first !== undefined && first.group === undefined && entries.length === 1) return ok([await sendAct(actorId, first)]);
  const result = await sendWrites({ actorId, writes: entries.map(toWrite) });
  if (!result.ok) return result;
  return ok(
    result.value.map((answer) => (answer.ok ? ok(required(answer.value.claims[0], 'a decision is answered with its claim')) : answer)),
  );
}

/** One of several. A fix is never among them. */
function toWrite({ key, item, act, version }: Entry) {
  const known = required(version, 'an act is sent only when the one before it is answered');
  return { ...('reason' in act ? { reason: act.reason } : {}), kind: act.kind, key, claimId: item.claim.id, version: known };
}

/** One act, through its server action. */
async function sendAct(actorId: string, { key, item, act, version }: Entry): Promise<Result<Claim>> {
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
