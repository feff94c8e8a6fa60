import 'server-only';
import { type Sight, sees } from '@/lib/assignments/sight';
import type { Database } from '@/lib/db/database';
import type { Finder } from '@/lib/search/data';
import { isSourceHidden } from '@/lib/sources/data';

/**
 * What somebody may find who sees this much of the desk's work: the one place that says so. Of an article that is checked blind
 * its checkers find their own work only, and no source that only the others name; its text is everybody's.
 */
export function toFinder(db: Database, { deskId, sight }: { readonly deskId: string; readonly sight: Sight }): Finder {
  return {
    deskId,
    mayFindClaim: ({ articleId, createdById }) => sees(sight, { articleId, makerId: createdById }),
    mayFindArticle: () => true,
    mayFindSource: async ({ id }) => !(await isSourceHidden(db, { deskId, sourceId: id, sight })),
  };
}
