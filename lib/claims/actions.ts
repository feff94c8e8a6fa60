'use server';
import { defineAction } from '@/lib/actions/define-action';
import { findRevisionText } from '@/lib/articles/data';
import { findClaimResource } from './data';
import * as mutations from './mutations';
import { claimVersionInput, createClaimInput, editClaimInput } from './schema';

export const createClaim = defineAction({
  name: 'createClaim',
  input: createClaimInput,
  permission: 'claim.create',
  resource: ({ db, actor }, { revisionId }) => findRevisionText(db, { deskId: actor.deskId, revisionId }),
  run: mutations.createClaim,
});

export const editClaim = defineAction({
  name: 'editClaim',
  input: editClaimInput,
  permission: 'claim.edit',
  resource: ({ db, actor }, { claimId }) => findClaimResource(db, { deskId: actor.deskId, claimId }),
  run: mutations.editClaim,
});

export const deleteClaim = defineAction({
  name: 'deleteClaim',
  input: claimVersionInput,
  permission: 'claim.delete',
  resource: ({ db, actor }, { claimId }) => findClaimResource(db, { deskId: actor.deskId, claimId }),
  run: mutations.deleteClaim,
});

export const restoreClaim = defineAction({
  name: 'restoreClaim',
  input: claimVersionInput,
  permission: 'claim.delete',
  resource: ({ db, actor }, { claimId }) => findClaimResource(db, { deskId: actor.deskId, claimId }),
  run: mutations.restoreClaim,
});
