import 'server-only';
import { loadSight } from '@/lib/assignments/loaders';
import { findActor } from '@/lib/auth/auth';
import { getDatabase } from '@/lib/db/database';
import { appError } from '@/lib/kernel/app-error';
import { ok, type Result, refused } from '@/lib/kernel/result';
import { deny } from '@/lib/permissions/permissions';
import { findSources } from './data';
import type { SourceOption } from './source';

/** What the source field offers while a name is typed. For the route handler, so it answers instead of redirecting. */
export async function loadSourceOptions(query: string, articleId: string): Promise<Result<readonly SourceOption[]>> {
  const actor = await findActor();
  if (actor === null) return refused(appError('NOT_SIGNED_IN'));
  const refusal = deny(actor, 'source.view', { deskId: actor.deskId });
  if (refusal !== null) return refused(refusal);
  return ok(await findSources(getDatabase(), { deskId: actor.deskId, articleId, sight: await loadSight(actor) }, query));
}
