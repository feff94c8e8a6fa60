'use server';
import { defineAction } from '@/lib/actions/define-action';
import { findClaimResource } from '@/lib/claims/data';
import * as mutations from './mutations';
import { approveClaimInput, fixAndApproveInput, rejectClaimInput, returnClaimInput, undoDecisionInput } from './schema';

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
