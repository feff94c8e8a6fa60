import { createClaim, deleteClaim, editClaim, restoreClaim } from '@/lib/claims/actions';
import type { Claim } from '@/lib/claims/claim';
import { ok, type Result } from '@/lib/kernel/result';
import { submitClaims, withdrawClaim } from '@/lib/review/actions';
import type { KeptWrite } from './entry';
import type { Answer } from './outbox-runner';
import { requestOf } from './request-of';

/** Sends one kept write through its server action, in the name of the one who made it. */
export async function sendWrite(actorId: string, kept: KeptWrite): Promise<Result<Answer>> {
  const request = requestOf(actorId, kept);
  switch (request.kind) {
    case 'submit':
      return toAnswer(await submitClaims(request.input));
    case 'create':
      return one(await createClaim(request.input));
    case 'edit':
      return one(await editClaim(request.input));
    case 'restore':
      return one(await restoreClaim(request.input));
    case 'withdraw':
      return one(await withdrawClaim(request.input));
    case 'delete': {
      const result = await deleteClaim(request.input);
      return result.ok ? ok({ claims: [], removed: result.value }) : result;
    }
  }
}

function toAnswer(result: Result<readonly Claim[]>): Result<Answer> {
  return result.ok ? ok({ claims: result.value, removed: null }) : result;
}

function one(result: Result<Claim>): Result<Answer> {
  return toAnswer(result.ok ? ok([result.value]) : result);
}
