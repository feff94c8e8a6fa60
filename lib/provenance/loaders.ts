import 'server-only';
import { notFound } from 'next/navigation';
import { cache } from 'react';
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
  const rows = await readSourcing(getDatabase(), scope);
  if (rows === null) return notFound();
  const { article, groups, sources } = rows;
  return { actor, article, groups, sources, ...toSourcing(rows.claims, groups) };
});

/** The words of the claims that are shown, by claim id. */
export async function loadQuotes(articleId: string, claimIds: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
  const actor = await requireActor();
  if (!can(actor, 'article.view', { deskId: actor.deskId })) return notFound();
  const quotes = await listQuotes(getDatabase(), { deskId: actor.deskId, articleId }, claimIds);
  return new Map(quotes.map(({ claimId, parts }) => [claimId, parts]));
}
