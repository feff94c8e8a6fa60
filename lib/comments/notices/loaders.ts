import 'server-only';
import { loadSight } from '@/lib/assignments/loaders';
import { requireActor } from '@/lib/auth/auth';
import { getDatabase } from '@/lib/db/database';
import { listNotices } from './data';
import type { Notice } from './notice';

/** What the desk has for the person who asks. */
export async function loadNotices(): Promise<readonly Notice[]> {
  const actor = await requireActor();
  const { deskId, userId } = actor;
  return listNotices(getDatabase(), { deskId, userId, sight: await loadSight(actor), now: new Date() });
}
