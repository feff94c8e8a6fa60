'use server';
import { defineAction } from '@/lib/actions/define-action';
import * as mutations from './mutations';
import { savePreferencesInput } from './schema';

export const savePreferences = defineAction({
  name: 'savePreferences',
  input: savePreferencesInput,
  permission: 'preferences.edit',
  resource: async ({ actor }) => ({ deskId: actor.deskId }),
  run: mutations.savePreferences,
});
