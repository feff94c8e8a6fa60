'use server';
import { defineAction } from '@/lib/actions/define-action';
import { readNoticesInput } from '../schema';
import * as mutations from './mutations';

export const readNotices = defineAction({
  name: 'readNotices',
  input: readNoticesInput,
  permission: 'notices.read',
  resource: async ({ actor }) => ({ deskId: actor.deskId }),
  run: mutations.readNotices,
});
