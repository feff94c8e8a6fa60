import 'server-only';
import { SEES_ALL } from '@/lib/assignments/sight';
import type { AuditEvent } from '@/lib/audit/audit-event';
import { type ActorScope, refuse, write } from '@/lib/db/write';
import { appError } from '@/lib/kernel/app-error';
import type { Result } from '@/lib/kernel/result';
import type { ClaimResource } from '../claim';
import { readClaimResource } from '../current/data';
import { findDeskNote } from './data';
import type { DeskNote } from './desk-note';
import type { SaveDeskNoteInput } from './schema';

/** That there was a note, never what it says: the trail cannot be taken back, a note can. */
type DeskNoteAuditEvent = AuditEvent<'desk_note.saved', { readonly version: number; readonly empty: boolean }>;

/**
 * Writes the note over what is there; '' takes it away. The claim stays as it is, in its state and version. A stale version
 * is refused with the note as it stands. The answer, which is kept for a retry, does not hold the text.
 */
export async function saveDeskNote(
  scope: ActorScope<ClaimResource>,
  { claimId, version: seen, text }: SaveDeskNoteInput,
): Promise<Result<Omit<DeskNote, 'text'> & { readonly claimId: string }>> {
  const { deskId, userId, name } = scope.actor;
  return write(scope, async (tx, now) => {
    const current = await findDeskNote(tx, { deskId, claimId, sight: SEES_ALL });
    if (current === null) return refuse(appError('NOT_FOUND'));
    const refusal = scope.permit(await readClaimResource(tx, claimId));
    if (refusal !== null) return refuse(refusal);
    if (current.version !== seen) return refuse(appError('STALE', undefined, { current }));
    const note = { text, version: seen + 1, byId: userId, at: now };
    await tx.deskNote.upsert({ where: { claimId }, create: { claimId, ...note }, update: note, select: { claimId: true } });
    const data = { version: note.version, empty: text === '' };
    const event: DeskNoteAuditEvent = { type: 'desk_note.saved', subjectId: claimId, data };
    const written = { by: { id: userId, name }, at: now.toISOString() };
    return { value: { claimId, version: note.version, written }, events: [event] };
  });
}
