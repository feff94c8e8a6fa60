import 'server-only';
import { requireActor } from '@/lib/auth/auth';
import { getDatabase } from '@/lib/db/database';
import { findReturnReasons } from './data';
import type { ReturnReasons } from './return-reason';

/** Why claims are returned on the actor's desk. */
export async function loadReturnReasons(): Promise<ReturnReasons> {
  const { deskId } = await requireActor();
  return findReturnReasons(getDatabase().read, { deskId });
}
