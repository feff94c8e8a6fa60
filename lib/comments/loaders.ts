import 'server-only';
import { loadSight } from '@/lib/assignments/loaders';
import { findActor } from '@/lib/auth/auth';
import { getDatabase } from '@/lib/db/database';
import { appError } from '@/lib/kernel/app-error';
import { isId } from '@/lib/kernel/ids';
import { ok, type Result, refused } from '@/lib/kernel/result';
import { deny } from '@/lib/permissions/permissions';
import type { Discussion } from './comment';
import { findDiscussion } from './data';

/** What is said about a claim, for its route. */
export async function loadDiscussion(claimId: string): Promise<Result<Discussion>> {
  const actor = await findActor();
  if (actor === null) return refused(appError('NOT_SIGNED_IN'));
  const { deskId } = actor;
  const refusal = deny(actor, 'article.view', { deskId });
  if (refusal !== null) return refused(refusal);
  const found = isId(claimId) ? await findDiscussion(getDatabase(), { deskId, claimId, sight: await loadSight(actor) }) : null;
  return found === null ? refused(appError('NOT_FOUND')) : ok(found);
}
