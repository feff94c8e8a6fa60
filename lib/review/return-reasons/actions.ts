'use server';
import { defineAction } from '@/lib/actions/define-action';
import * as mutations from './mutations';
import { saveReturnReasonsInput } from './schema';

export const saveReturnReasons = defineAction({
  name: 'saveReturnReasons',
  input: saveReturnReasonsInput,
  permission: 'return_reasons.edit',
  resource: async ({ actor }) => ({ deskId: actor.deskId }),
  run: mutations.saveReturnReasons,
});
