'use server';
import { defineAction } from '@/lib/actions/define-action';
import * as mutations from './mutations';
import { saveHouseInput } from './schema';

export const saveHouse = defineAction({
  name: 'saveHouse',
  input: saveHouseInput,
  permission: 'house.edit',
  resource: async ({ actor }) => ({ deskId: actor.deskId }),
  run: mutations.saveHouse,
});
