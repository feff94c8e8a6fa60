'use server';
import { defineBatch, defineWrite } from '@/lib/actions/define-batch';
import { findRevisionText } from '@/lib/articles/data';
import { findChecking } from '@/lib/assignments/data';
import type { Claim } from '@/lib/claims/claim';
import { findClaimResource } from '@/lib/claims/data';
import { createClaim, deleteClaim, editClaim, restoreClaim } from '@/lib/claims/mutations';
import { claimVersionInput, createClaimInput, editClaimInput } from '@/lib/claims/schema';
import { createBlock } from '@/lib/claims/write-order';
import { moveClaim, submitClaims, undoDecision } from '../mutations';
import { approveClaimInput, returnClaimInput, submitClaimsInput, undoDecisionInput, withdrawClaimInput } from '../schema';
import type { WriteAnswer } from './write-answer';

const one = (claim: Claim): WriteAnswer => ({ claims: [claim], removed: null });

/** Everything the annotator writes, and decisions on many claims: several at a time, in the order they were made. */
export const sendWrites = defineBatch<WriteAnswer>({
  name: 'sendWrites',
  createBlock,
  kinds: {
    create: defineWrite({
      name: 'createClaim',
      input: createClaimInput,
      permission: 'claim.create',
      resource: async ({ db, actor }, { revisionId }) => {
        const revision = await findRevisionText(db, { deskId: actor.deskId, revisionId });
        return revision === null ? null : { deskId: revision.deskId, checking: await findChecking(db.read, revision.articleId) };
      },
      run: createClaim,
      toAnswer: one,
    }),
    edit: defineWrite({
      name: 'editClaim',
      input: editClaimInput,
      permission: 'claim.edit',
      resource: ({ db, actor }, { claimId }) => findClaimResource(db, { deskId: actor.deskId, claimId }),
      run: editClaim,
      toAnswer: one,
    }),
    delete: defineWrite({
      name: 'deleteClaim',
      input: claimVersionInput,
      permission: 'claim.delete',
      resource: ({ db, actor }, { claimId }) => findClaimResource(db, { deskId: actor.deskId, claimId }),
      run: deleteClaim,
      toAnswer: (removed): WriteAnswer => ({ claims: [], removed }),
    }),
    restore: defineWrite({
      name: 'restoreClaim',
      input: claimVersionInput,
      permission: 'claim.delete',
      resource: ({ db, actor }, { claimId }) => findClaimResource(db, { deskId: actor.deskId, claimId }),
      run: restoreClaim,
      toAnswer: one,
    }),
    submit: defineWrite({
      name: 'submitClaims',
      input: submitClaimsInput,
      permission: 'claim.submit',
      // Asked about the first here, and about every one of them inside the write.
      resource: ({ db, actor }, { claims: [first] }) =>
        first === undefined ? Promise.resolve(null) : findClaimResource(db, { deskId: actor.deskId, claimId: first.id }),
      run: submitClaims,
      toAnswer: (claims): WriteAnswer => ({ claims, removed: null }),
    }),
    withdraw: defineWrite({
      name: 'withdrawClaim',
      input: withdrawClaimInput,
      permission: 'claim.withdraw',
      resource: ({ db, actor }, { claimId }) => findClaimResource(db, { deskId: actor.deskId, claimId }),
      run: (scope, input) => moveClaim(scope, 'withdraw', input),
      toAnswer: one,
    }),
    approve: defineWrite({
      name: 'approveClaim',
      input: approveClaimInput,
      permission: 'claim.approve',
      resource: ({ db, actor }, { claimId }) => findClaimResource(db, { deskId: actor.deskId, claimId }),
      run: (scope, input) => moveClaim(scope, 'approve', input),
      toAnswer: one,
    }),
    return: defineWrite({
      name: 'returnClaim',
      input: returnClaimInput,
      permission: 'claim.return',
      resource: ({ db, actor }, { claimId }) => findClaimResource(db, { deskId: actor.deskId, claimId }),
      run: (scope, input) => moveClaim(scope, 'return', input),
      toAnswer: one,
    }),
    undo: defineWrite({
      name: 'undoDecision',
      input: undoDecisionInput,
      permission: 'claim.undo_decision',
      resource: ({ db, actor }, { claimId }) => findClaimResource(db, { deskId: actor.deskId, claimId }),
      run: undoDecision,
      toAnswer: one,
    }),
  },
});
