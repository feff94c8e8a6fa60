import 'server-only';
import { loadSight } from '@/lib/assignments/loaders';
import { findActor } from '@/lib/auth/auth';
import { getDatabase } from '@/lib/db/database';
import { appError } from '@/lib/kernel/app-error';
import { ok, type Result, refused } from '@/lib/kernel/result';
import { deny } from '@/lib/permissions/permissions';
import { findGoneClaim } from './data';
import { type GoneClaim, parseClaimReference } from './gone-claim';

/** What became of a claim that a link names and the article no longer holds. Null where nothing is known of it. */
export async function loadGoneClaim(articleId: string, named: string): Promise<Result<GoneClaim | null>> {
  const actor = await findActor();
  if (actor === null) return refused(appError('NOT_SIGNED_IN'));
  const refusal = deny(actor, 'article.view', { deskId: actor.deskId });
  if (refusal !== null) return refused(refusal);
  const reference = parseClaimReference(named);
  return ok(
    reference === null
      ? null
      : await findGoneClaim(getDatabase(), { deskId: actor.deskId, articleId, sight: await loadSight(actor), reference }),
  );
}
