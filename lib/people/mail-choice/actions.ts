'use server';
import { defineAction } from '@/lib/actions/define-action';
import * as mutations from './mutations';
import { saveMailChoiceInput } from './schema';

export const saveMailChoice = defineAction({
  name: 'saveMailChoice',
  input: saveMailChoiceInput,
  permission: 'preferences.edit',
  resource: async ({ actor }) => ({ deskId: actor.deskId }),
  run: mutations.saveMailChoice,
});
