import 'server-only';
import type { Reader } from '@/lib/db/database';
import type { Tx } from '@/lib/db/write-gate';
import { findPeople, nameOf } from '@/lib/people/data';
import { type DeskNote, NO_DESK_NOTE } from './desk-note';

/** The desk's own note on its claim; null where the desk has no such claim, or it was deleted. */
export async function findDeskNote(
  db: Reader | Tx,
  { deskId, claimId }: { readonly deskId: string; readonly claimId: string },
): Promise<DeskNote | null> {
  const claim = await db.claim.findFirst({
    where: { id: claimId, deskId, deletedAt: null },
    select: { deskNote: { select: { text: true, version: true, byId: true, at: true } } },
  });
  if (claim === null) return null;
  if (claim.deskNote === null) return NO_DESK_NOTE;
  const { text, version, byId, at } = claim.deskNote;
  return { text, version, written: { by: nameOf(await findPeople(db, [byId]), byId), at: at.toISOString() } };
}
