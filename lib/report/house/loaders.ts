import 'server-only';
import { findActor } from '@/lib/auth/auth';
import { getDatabase } from '@/lib/db/database';
import { can } from '@/lib/permissions/permissions';
import { findHouse } from './data';
import type { House } from './house';

/** Name and sign of the actor's house, to be changed; null for those who may not. */
export async function loadHouse(): Promise<House | null> {
  const actor = await findActor();
  if (actor === null || !can(actor, 'house.edit', { deskId: actor.deskId })) return null;
  return findHouse(getDatabase().read, { deskId: actor.deskId });
}
