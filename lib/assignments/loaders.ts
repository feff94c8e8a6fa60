import 'server-only';
import { cache } from 'react';
import { getDatabase } from '@/lib/db/database';
import type { Actor } from '@/lib/permissions/roles';
import { toViewer } from '@/lib/permissions/viewer';
import { findSight } from './data';
import type { Sight } from './sight';

/** What the person sees of their desk's work just now. Once for each request. */
export const loadSight = cache(async (actor: Actor): Promise<Sight> => {
  return findSight(getDatabase(), { deskId: actor.deskId, ...toViewer(actor) });
});
