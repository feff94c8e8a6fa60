import 'server-only';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { findArticle } from '@/lib/articles/data';
import { forEyes } from '@/lib/assignments/checking';
import { findChecking } from '@/lib/assignments/data';
import { loadSight } from '@/lib/assignments/loaders';
import { listOriginGroups } from '@/lib/attribution/data';
import { requireActor } from '@/lib/auth/auth';
import { getDatabase } from '@/lib/db/database';
import { can } from '@/lib/permissions/permissions';
import { findSources } from '@/lib/sources/data';
import { findSeq } from './changes/data';
import { listClaims } from './data';

/** Everything the annotation page shows. Not found when the article is not on the actor's desk. */
export const loadAnnotation = cache(async (articleId: string) => {
  const actor = await requireActor();
  if (!can(actor, 'article.view', { deskId: actor.deskId })) return notFound();
  const db = getDatabase();
  const scope = { deskId: actor.deskId, articleId, sight: await loadSight(actor) };
  // Before the claims are read: what changes meanwhile comes once more, and none is missed.
  const seq = await findSeq(db);
  const [found, claims, sources, groups, checking] = await Promise.all([
    findArticle(db, scope),
    listClaims(db, scope),
    findSources(db, scope, ''),
    listOriginGroups(db.read, scope),
    findChecking(db.read, articleId),
  ]);
  if (found === null) return notFound();
  return { actor, ...found, claims, sources, groups, checking: forEyes(actor.userId, checking), seq };
});
