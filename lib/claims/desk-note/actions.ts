'use server';
import { defineAction } from '@/lib/actions/define-action';
import { findClaimResource } from '../data';
import * as mutations from './mutations';
import { saveDeskNoteInput } from './schema';

export const saveDeskNote = defineAction({
  name: 'saveDeskNote',
  input: saveDeskNoteInput,
  permission: 'desk_note.edit',
  resource: ({ db, actor }, { claimId }) => findClaimResource(db, { deskId: actor.deskId, claimId }),
  run: mutations.saveDeskNote,
});
