'use server';
import { defineAction } from '@/lib/actions/define-action';
import { findClaimResource } from '@/lib/claims/data';
import * as mutations from './mutations';
import {
  approveClaimInput,
  fixAndApproveInput,
  rejectClaimInput,
  returnClaimInput,
  submitClaimsInput,
  undoDecisionInput,
  withdrawClaimInput,
} from './schema';

export const submitClaims = defineAction({
  name: 'submitClaims',
  input: submitClaimsInput,
  permission: 'claim.submit',
  // Asked about the first here, and about every one of them inside the write.
  resource: ({ db, actor }, { claims: [first] }) =>
    first === undefined ? Promise.resolve(null) : findClaimResource(db, { deskId: actor.deskId, claimId: first.id }),
  run: mutations.submitClaims,
});

export const withdrawClaim = defineAction({
  name: 'withdrawClaim',
  input: withdrawClaimInput,
  permission: 'claim.withdraw',
  resource: ({ db, actor }, { claimId }) => findClaimResource(db, { deskId: actor.deskId, claimId }),
  run: (scope, input) => mutations.moveClaim(scope, 'withdraw', input),
});

export const approveClaim = defineAction({
  name: 'approveClaim',
  input: approveClaimInput,
  permission: 'claim.approve',
  resource: ({ db, actor }, { claimId }) => findClaimResource(db, { deskId: actor.deskId, claimId }),
  run: (scope, input) => mutations.moveClaim(scope, 'approve', input),
});

export const fixAndApprove = defineAction({
  name: 'fixAndApprove',
  input: fixAndApproveInput,
  permission: 'claim.approve',
  resource: ({ db, actor }, { claimId }) => findClaimResource(db, { deskId: actor.deskId, claimId }),
  run: mutations.fixAndApprove,
});

export const returnClaim = defineAction({
  name: 'returnClaim',
  input: returnClaimInput,
  permission: 'claim.return',
  resource: ({ db, actor }, { claimId }) => findClaimResource(db, { deskId: actor.deskId, claimId }),
  run: (scope, input) => mutations.moveClaim(scope, 'return', input),
});

export const rejectClaim = defineAction({
  name: 'rejectClaim',
  input: rejectClaimInput,
  permission: 'claim.reject',
  resource: ({ db, actor }, { claimId }) => findClaimResource(db, { deskId: actor.deskId, claimId }),
  run: (scope, input) => mutations.moveClaim(scope, 'reject', input),
});

export const undoDecision = defineAction({
  name: 'undoDecision',
  input: undoDecisionInput,
  permission: 'claim.undo_decision',
  resource: ({ db, actor }, { claimId }) => findClaimResource(db, { deskId: actor.deskId, claimId }),
  run: mutations.undoDecision,
});
