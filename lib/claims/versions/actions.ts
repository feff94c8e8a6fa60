'use server';
import { defineAction } from '@/lib/actions/define-action';
import { findRestorable } from './data';
import * as mutations from './mutations';
import { restoreVersionInput } from './schema';

export const restoreVersion = defineAction({
  name: 'restoreVersion',
  input: restoreVersionInput,
  permission: 'claim.restore_version',
  resource: ({ db, actor }, { claimId }) => findRestorable(db, { deskId: actor.deskId, claimId }),
  run: mutations.restoreVersion,
});
