import { createClaim, deleteClaim, editClaim, restoreClaim } from '@/lib/claims/actions';
import type { Claim } from '@/lib/claims/claim';
import { required } from '@/lib/kernel/assert';
import { ok, type Result } from '@/lib/kernel/result';
import { submitClaims, withdrawClaim } from '@/lib/review/actions';
import { toSourceInput } from '../tag-values';
import type { KeptWrite } from './entry';
import type { Answer } from './outbox-runner';

/** Sends one kept write through its server action. */
export async function sendWrite({ key, write }: KeptWrite): Promise<Result<Answer>> {
  if (write.kind === 'submit') return toAnswer(await submitClaims({ key, articleId: write.articleId, claims: [...write.claims] }));
  if (write.kind === 'create') {
    const { claimId, revisionId, tag } = write;
    return one(await createClaim({ key, claimId, revisionId, ...tag, spans: [...tag.spans], source: toSourceInput(tag.source) }));
  }
  const target = {
    key,
    claimId: write.claimId,
    version: required(write.version, 'a write is sent only when the one before it is answered'),
  };
  switch (write.kind) {
    case 'edit':
      return one(await editClaim({ ...target, ...write.tag, spans: [...write.tag.spans], source: toSourceInput(write.tag.source) }));
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

function toAnswer(result: Result<readonly Claim[]>): Result<Answer> {
  return result.ok ? ok({ claims: result.value, removed: null }) : result;
}

function one(result: Result<Claim>): Result<Answer> {
  return toAnswer(result.ok ? ok([result.value]) : result);
}
