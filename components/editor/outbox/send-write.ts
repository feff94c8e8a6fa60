import { createClaim, deleteClaim, editClaim, restoreClaim } from '@/lib/claims/actions';
import type { Claim } from '@/lib/claims/claim';
import { toDetailsInput } from '@/lib/claims/detail-values';
import { toTagInput } from '@/lib/claims/tag-values';
import { required } from '@/lib/kernel/assert';
import { ok, type Result } from '@/lib/kernel/result';
import { submitClaims, withdrawClaim } from '@/lib/review/actions';
import type { KeptWrite, Values } from './entry';
import type { Answer } from './outbox-runner';

/** Sends one kept write through its server action. */
export async function sendWrite({ key, write }: KeptWrite): Promise<Result<Answer>> {
  if (write.kind === 'submit') return toAnswer(await submitClaims({ key, articleId: write.articleId, claims: [...write.claims] }));
  if (write.kind === 'create') {
    const { claimId, revisionId } = write;
    return one(await createClaim({ key, claimId, revisionId, ...toInput(write) }));
  }
  const target = {
    key,
    claimId: write.claimId,
    version: required(write.version, 'a write is sent only when the one before it is answered'),
  };
  switch (write.kind) {
    case 'edit':
      return one(await editClaim({ ...target, ...toInput(write) }));
    case 'restore':
      return one(await restoreClaim(target));
    case 'withdraw':
      return one(await withdrawClaim(target));
    case 'delete': {
      const result = await deleteClaim(target);
      return result.ok ? ok({ claims: [], removed: result.value }) : result;
    }
  }
}

function toInput({ tag, details }: Values) {
  return { ...toTagInput(tag), ...(details === undefined ? {} : { details: toDetailsInput(details) }) };
}

function toAnswer(result: Result<readonly Claim[]>): Result<Answer> {
  return result.ok ? ok({ claims: result.value, removed: null }) : result;
}

function one(result: Result<Claim>): Result<Answer> {
  return toAnswer(result.ok ? ok([result.value]) : result);
}
