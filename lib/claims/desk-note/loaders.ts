import 'server-only';
import { loadSight } from '@/lib/assignments/loaders';
import { findActor } from '@/lib/auth/auth';
import { getDatabase } from '@/lib/db/database';
import { appError } from '@/lib/kernel/app-error';
import { isId } from '@/lib/kernel/ids';
import { ok, type Result, refused } from '@/lib/kernel/result';
import { deny } from '@/lib/permissions/permissions';
import { findDeskNote } from './data';
import type { DeskNote } from './desk-note';

/** The desk's own note on a claim, for its route. */
export async function loadDeskNote(claimId: string): Promise<Result<DeskNote>> {
  const actor = await findActor();
  if (actor === null) return refused(appError('NOT_SIGNED_IN'));
  const { deskId } = actor;
  const refusal = deny(actor, 'desk_note.view', { deskId });
  if (refusal !== null) return refused(refusal);
  const note = isId(claimId) ? await findDeskNote(getDatabase().read, { deskId, claimId, sight: await loadSight(actor) }) : null;
  return note === null ? refused(appError('NOT_FOUND')) : ok(note);
}
