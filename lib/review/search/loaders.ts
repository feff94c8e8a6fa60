import 'server-only';
import { notFound } from 'next/navigation';
import { loadSight } from '@/lib/assignments/loaders';
import { requireActor } from '@/lib/auth/auth';
import { getDatabase } from '@/lib/db/database';
import { can } from '@/lib/permissions/permissions';
import type { Actor } from '@/lib/permissions/roles';
import { searchArticles, searchClaims, searchSources } from '@/lib/search/data';
import type { ArticleHit, ClaimHit, HitPage, SourceHit } from '@/lib/search/hit';
import type { SearchInput } from '@/lib/search/schema';
import { parseQuery } from '@/lib/search/words';
import { toFinder } from './data';

export type Found = {
  readonly articles: HitPage<ArticleHit>;
  readonly claims: HitPage<ClaimHit>;
  readonly sources: HitPage<SourceHit>;
};

/** How many are shown of each kind, and of one kind alone. */
const FEW = { article: 5, claim: 15, source: 5 } as const;
const PAGE = 30;
const NONE = { hits: [], next: null };

/** What has the words of the query. `asked` is false where there is nothing in it to look for. */
export async function loadSearch(input: SearchInput): Promise<{ readonly actor: Actor; readonly asked: boolean; readonly found: Found }> {
  const actor = await requireActor();
  if (!can(actor, 'article.view', { deskId: actor.deskId })) return notFound();
  const terms = parseQuery(input.q);
  const db = getDatabase();
  const finder = toFinder(db, { deskId: actor.deskId, sight: await loadSight(actor) });
  const wanted = (kind: keyof typeof FEW) => ({
    terms,
    after: input.in === kind ? (input.after ?? null) : null,
    limit: input.in === kind ? PAGE : FEW[kind],
  });
  const isAsked = (kind: keyof typeof FEW) => input.in === undefined || input.in === kind;
  const [articles, claims, sources] = await Promise.all([
    isAsked('article') ? searchArticles(db, finder, wanted('article')) : NONE,
    isAsked('claim') ? searchClaims(db, finder, wanted('claim')) : NONE,
    isAsked('source') ? searchSources(db, finder, wanted('source')) : NONE,
  ]);
  return { actor, asked: terms.length > 0, found: { articles, claims, sources } };
}
