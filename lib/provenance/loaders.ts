import 'server-only';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { findChecking } from '@/lib/assignments/data';
import { loadSight } from '@/lib/assignments/loaders';
import { requireActor } from '@/lib/auth/auth';
import { getDatabase } from '@/lib/db/database';
import { isId } from '@/lib/kernel/ids';
import { can } from '@/lib/permissions/permissions';
import { listQuotes, readSourcing } from './data';
import { toSourcing } from './sourcing';

/** Who stands behind an article, for its sourcing page. Not found when the article is not on the actor's desk. */
export const loadSourcing = cache(async (articleId: string) => {
  const actor = await requireActor();
  const scope = { deskId: actor.deskId, articleId };
  if (!can(actor, 'article.view', scope) || !isId(articleId)) return notFound();
  const rows = await readSourcing(getDatabase(), { ...scope, sight: await loadSight(actor) });
  if (rows === null) return notFound();
  const { article, groups, sources } = rows;
  const checking = await findChecking(getDatabase().read, articleId);
  const canGroup = can(actor, 'origin_group.edit', { deskId: actor.deskId, checking });
  return { actor, article, groups, sources, canGroup, ...toSourcing(rows.claims, groups) };
});

/** The words of the claims that are shown, by claim id. */
export async function loadQuotes(articleId: string, claimIds: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
  const actor = await requireActor();
  if (!can(actor, 'article.view', { deskId: actor.deskId })) return notFound();
  const quotes = await listQuotes(getDatabase(), { deskId: actor.deskId, articleId, sight: await loadSight(actor) }, claimIds);
  return new Map(quotes.map(({ claimId, parts }) => [claimId, parts]));
}
