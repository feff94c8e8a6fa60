'use server';
import { defineAction } from '@/lib/actions/define-action';
import { findChecking } from '@/lib/assignments/data';
import { findOriginGroupDesk } from '@/lib/attribution/data';
import { originGroupInput, originGroupVersionInput } from '@/lib/attribution/schema';
import * as mutations from './mutations';

export const saveOriginGroup = defineAction({
  name: 'saveOriginGroup',
  input: originGroupInput,
  permission: 'origin_group.edit',
  resource: async ({ db, actor }, { articleId }) => ({ deskId: actor.deskId, checking: await findChecking(db.read, articleId) }),
  run: mutations.saveOriginGroup,
});

export const deleteOriginGroup = defineAction({
  name: 'deleteOriginGroup',
  input: originGroupVersionInput,
  permission: 'origin_group.edit',
  resource: ({ db, actor }, { groupId }) => findOriginGroupDesk(db, { deskId: actor.deskId, groupId }),
  run: mutations.deleteOriginGroup,
});

export const restoreOriginGroup = defineAction({
  name: 'restoreOriginGroup',
  input: originGroupVersionInput,
  permission: 'origin_group.edit',
  resource: ({ db, actor }, { groupId }) => findOriginGroupDesk(db, { deskId: actor.deskId, groupId }),
  run: mutations.restoreOriginGroup,
});
