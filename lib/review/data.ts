import 'server-only';
import { listInherited } from '@/lib/assignments/data';
import { SEES_ALL, type Sight, seenWhere } from '@/lib/assignments/sight';
import type { ClaimState } from '@/lib/claims/claim-state';
import { claimSelect, toClaims } from '@/lib/claims/data';
import { readListed } from '@/lib/claims/listed/data';
import type { QueueListKind } from '@/lib/claims/queue/entry';
import type { ClaimEvent } from '@/lib/claims/transitions';
import type { Database } from '@/lib/db/database';
import type { Prisma } from '@/lib/db/generated/client';
import type { PersonRef } from '@/lib/kernel/person';
import { findPeople, nameOf } from '@/lib/people/data';
import { type ClaimTransition, compareTransitions } from './history';
import { type ArticleProgress, type ClaimCounts, NO_CLAIMS } from './progress';
import type { ListedClaim, ListedPage } from './queue';
import { countQueue, findQueuePage, listLongest } from './queue/data';
import type { Standing } from './queue/order';
import { QUEUE_OPTIONS_MAX } from './queue-choices';
import type { QueueFilter } from './schema';

const returnedSelect = { ...claimSelect, article: { select: { id: true, title: true } } } as const;

/** One page of the desk's submitted claims, in the order the filter asks for. `now` is what ages are counted from. */
export async function listQueue(
  db: Database,
  scope: { readonly deskId: string; readonly now: Date },
  filter: QueueFilter,
): Promise<ListedPage> {
  const { found, next, total } = await findQueuePage(db, scope, filter);
  // What is checked blind is not in the queue, and everything else is everybody's.
  const listed = await readListed(db, { deskId: scope.deskId, claimIds: found.map(({ claimId }) => claimId), sight: SEES_ALL });
  const standings = new Map(found.map(({ claimId, standing }) => [claimId, standing]));
  return { items: listed.map(({ claim, article }) => ({ claim, article, standing: standings.get(claim.id) as Standing })), next, total };
}

/** A person's claims, and those handed on to them, that came back from an editor, newest decision first. */
export async function listReturned(
  db: Database,
  { deskId, userId }: { readonly deskId: string; readonly userId: string },
): Promise<readonly ListedClaim[]> {
  const inherited = (await listInherited(db, { deskId, userId })).map(({ articleId, personId }) => ({ articleId, createdById: personId }));
  const rows = await db.read.claim.findMany({
    where: { deskId, state: 'returned' satisfies ClaimState, deletedAt: null, OR: [{ createdById: userId }, ...inherited] },
    orderBy: [{ updatedAt: 'desc' }, { id: 'desc' }],
    take: 200,
    select: returnedSelect,
  });
  const claims = await toClaims(db.read, rows);
  return claims.map((claim, index) => ({ claim, article: (rows[index] as (typeof rows)[number]).article }));
}

/** How many live claims match, on a desk. */
export async function countClaimsIn(
  db: Database,
  where: { readonly deskId: string; readonly sight: Sight; readonly state: ClaimState; readonly createdById?: string },
): Promise<number> {
  const { deskId, sight, state, createdById } = where;
  const by = createdById === undefined ? {} : { createdById };
  return db.read.claim.count({ where: { deskId, state, deletedAt: null, ...seenWhere(sight), ...by } });
}

/** How many claims of the desk wait for a decision. */
export async function countWaiting(db: Database, { deskId }: { readonly deskId: string }): Promise<number> {
  return countQueue(db, { deskId, now: new Date(0) }, {});
}

/** The desk's articles, newest first, with how many claims stand in each state. Four queries, whatever their number. */
export async function listArticles(
  db: Database,
  scope: { readonly deskId: string; readonly sight: Sight },
): Promise<readonly ArticleProgress[]> {
  const [articles, groups, lengths] = await Promise.all([
    db.read.article.findMany({
      where: { deskId: scope.deskId },
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      select: {
        ...{ id: true, deskId: true, title: true, topic: true, outlet: true, publishedOn: true },
        ...{ version: true, createdAt: true, createdById: true },
      },
    }),
    db.read.claim.groupBy({
      by: ['articleId', 'state'],
      where: { deskId: scope.deskId, deletedAt: null, ...seenWhere(scope.sight) },
      _count: { _all: true },
    }),
    db.read.revision.findMany({
      where: { article: { deskId: scope.deskId } },
      orderBy: { number: 'asc' },
      select: { articleId: true, words: true },
    }),
  ]);
  // In the order of their numbers, so that the newest revision of an article is the one that stays.
  const words = new Map(lengths.map((revision) => [revision.articleId, revision.words]));
  const counts = new Map<string, ClaimCounts>();
  for (const group of groups) {
    counts.set(group.articleId, { ...(counts.get(group.articleId) ?? NO_CLAIMS), [group.state]: group._count._all });
  }
  const people = await findPeople(
    db.read,
    articles.map((article) => article.createdById),
  );
  return articles.map(({ createdById, ...article }) => ({
    ...article,
    createdBy: nameOf(people, createdById),
    words: words.get(article.id) ?? 0,
    counts: counts.get(article.id) ?? NO_CLAIMS,
  }));
}

/** What the queue can be narrowed to: the articles, checkers and sources with most claims waiting, at most 200 of each, by name. */
export async function listQueueOptions(
  db: Database,
  { deskId }: { readonly deskId: string },
): Promise<{
  readonly articles: readonly { readonly id: string; readonly title: string }[];
  readonly checkers: readonly PersonRef[];
  readonly sources: readonly { readonly id: string; readonly name: string }[];
}> {
  const longest = (kind: QueueListKind) => listLongest(db, { deskId, kind, max: QUEUE_OPTIONS_MAX });
  const [articles, checkers, sources] = await Promise.all([longest('article'), longest('checker'), longest('source')]);
  const [titled, people, named] = await Promise.all([
    db.rows<{ id: string; title: string }>(ARTICLES, [JSON.stringify(articles), deskId]),
    findPeople(db.read, checkers),
    db.rows<{ id: string; name: string }>(SOURCES, [JSON.stringify(sources), deskId]),
  ]);
  const byName = (a: { readonly name: string }, b: { readonly name: string }) => a.name.localeCompare(b.name, 'en');
  return { articles: titled, checkers: [...people.values()].sort(byName), sources: [...named].sort(byName) };
}

const ARTICLES = `
  SELECT a."id", a."title" FROM json_each(?) j CROSS JOIN "Article" a ON a."id" = j."value" WHERE a."deskId" = ? ORDER BY a."title", a."id"`;

/** Each by the one that stands for it. */
const SOURCES = `
  SELECT DISTINCT COALESCE(k."id", s."id") AS "id", COALESCE(k."name", s."name") AS "name"
  FROM json_each(?) j CROSS JOIN "Source" s ON s."id" = j."value" LEFT JOIN "Source" k ON k."id" = s."canonicalId" WHERE s."deskId" = ?`;

/** Every step of every claim of an article, in the order they happened. */
export async function listTransitions(
  db: Database,
  scope: { readonly deskId: string; readonly articleId: string; readonly sight: Sight },
): Promise<readonly ClaimTransition[]> {
  return listSteps(db, { articleId: scope.articleId, deskId: scope.deskId, deletedAt: null, ...seenWhere(scope.sight) });
}

/** Every step of the given claims, as far as they are on the desk, in the order they happened. */
export async function listTransitionsOf(
  db: Database,
  scope: { readonly deskId: string; readonly claimIds: readonly string[]; readonly sight: Sight },
): Promise<readonly ClaimTransition[]> {
  return listSteps(db, { id: { in: [...scope.claimIds] }, deskId: scope.deskId, deletedAt: null, ...seenWhere(scope.sight) });
}

/**
 * By way of the claims: asked for the steps whose claim matches, SQLite walks the steps of every desk, since it expects little of the
 * condition on the claim.
 */
async function listSteps(db: Database, where: Prisma.ClaimWhereInput): Promise<readonly ClaimTransition[]> {
  const claims = await db.read.claim.findMany({ where, select: { transitions: true } });
  const rows = claims.flatMap(({ transitions }) => transitions);
  const people = await findPeople(
    db.read,
    rows.map((row) => row.actorId),
  );
  const steps = rows.map((row) => ({
    id: row.id,
    claimId: row.claimId,
    event: row.event as ClaimEvent,
    from: row.from as ClaimState,
    to: row.to as ClaimState,
    actor: nameOf(people, row.actorId),
    at: row.at,
    reason: row.reason,
    claimVersion: row.claimVersion,
  }));
  return steps.sort(compareTransitions);
}
