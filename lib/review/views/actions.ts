'use server';
import { defineAction } from '@/lib/actions/define-action';
import * as mutations from './mutations';
import { deleteViewInput, saveViewInput } from './schema';

export const saveView = defineAction({
  name: 'saveView',
  input: saveViewInput,
  permission: 'queue.view',
  resource: async ({ actor }) => ({ deskId: actor.deskId }),
  run: mutations.saveView,
});

export const deleteView = defineAction({
  name: 'deleteView',
  input: deleteViewInput,
  permission: 'queue.view',
  resource: async ({ actor }) => ({ deskId: actor.deskId }),
  run: mutations.deleteView,
});
