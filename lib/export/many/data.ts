import 'server-only';
import { listBlind } from '@/lib/assignments/data';
import type { Sight } from '@/lib/assignments/sight';
import type { Database } from '@/lib/db/database';
import { listArticles } from '@/lib/review/data';
import type { Wanted } from './wanted';

/** The desk's articles as an export of many of them chooses, newest first. As many queries, however many articles. */
export async function listWanted(db: Database, scope: { readonly deskId: string; readonly sight: Sight }): Promise<readonly Wanted[]> {
  const [articles, blind] = await Promise.all([listArticles(db, scope), listBlind(db, scope)]);
  return articles.map(({ id, title, topic, counts }) => ({ id, title, topic, counts, blind: blind.has(id) }));
}
