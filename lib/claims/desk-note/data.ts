import 'server-only';
import { type Sight, seenWhere } from '@/lib/assignments/sight';
import type { Reader } from '@/lib/db/database';
import type { Tx } from '@/lib/db/write-gate';
import { findPeople, nameOf } from '@/lib/people/data';
import { type DeskNote, NO_DESK_NOTE } from './desk-note';

/** The desk's own note on its claim; null where the person sees no such claim, or it was deleted. */
export async function findDeskNote(
  db: Reader | Tx,
  { deskId, claimId, sight }: { readonly deskId: string; readonly claimId: string; readonly sight: Sight },
): Promise<DeskNote | null> {
  const claim = await db.claim.findFirst({
    where: { id: claimId, deskId, deletedAt: null, ...seenWhere(sight) },
    select: { deskNote: { select: { text: true, version: true, byId: true, at: true } } },
  });
  if (claim === null) return null;
  if (claim.deskNote === null) return NO_DESK_NOTE;
  const { text, version, byId, at } = claim.deskNote;
  return { text, version, written: { by: nameOf(await findPeople(db, [byId]), byId), at: at.toISOString() } };
}
