import 'server-only';
import { listBlind } from '@/lib/assignments/data';
import { type Sight, seenWhere } from '@/lib/assignments/sight';
import type { Database } from '@/lib/db/database';
import { listArticles } from '@/lib/review/data';
import type { Wanted } from './wanted';

/** The desk's articles as an export of many of them chooses, newest first. As many queries, however many articles. */
export async function listWanted(
  db: Database,
  scope: { readonly deskId: string; readonly sight: Sight },
): Promise<readonly (Wanted & { readonly changedAt: Date })[]> {
  const { deskId, sight } = scope;
  const [articles, blind, changes] = await Promise.all([
    listArticles(db, scope),
    listBlind(db, { deskId }),
    db.read.claim.groupBy({ by: ['articleId'], where: { deskId, ...seenWhere(sight) }, _max: { updatedAt: true } }),
  ]);
  const changed = new Map(changes.map(({ articleId, _max }) => [articleId, _max.updatedAt]));
  return articles.map(({ id, title, topic, counts, createdAt }) => ({
    ...{ id, title, topic, counts, blind: blind.has(id) },
    changedAt: changed.get(id) ?? createdAt,
  }));
}
