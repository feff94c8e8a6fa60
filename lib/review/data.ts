import 'server-only';
import { setImmediate } from 'node:timers/promises';
import { listBlind, listInherited } from '@/lib/assignments/data';
import { type Sight, seenWhere } from '@/lib/assignments/sight';
import { linkSelect, toChain } from '@/lib/attribution/data';
import { type SourceType, typesOfClass } from '@/lib/attribution/source-type';
import type { ClaimState } from '@/lib/claims/claim-state';
import { claimSelect, toClaims } from '@/lib/claims/data';
import type { ContentCheck } from '@/lib/claims/finding';
import type { RelationKind } from '@/lib/claims/relation';
import type { ClaimEvent } from '@/lib/claims/transitions';
import type { Database } from '@/lib/db/database';
import type { Prisma } from '@/lib/db/generated/client';
import type { PersonRef } from '@/lib/kernel/person';
import { findPeople, nameOf } from '@/lib/people/data';
import { sourceSelect, toSource } from '@/lib/sources/data';
import type { ClaimTransition } from './history';
import { type ArticleProgress, type ClaimCounts, NO_CLAIMS } from './progress';
import { type ListedClaim, matchesChain, parseCursor, type QueueCursor, toCursor } from './queue';
import { QUEUE_PAGE_SIZE } from './queue-choices';
import type { QueueFilter } from './schema';

const waitingSelect = { ...claimSelect, article: { select: { id: true, title: true } } } as const;

/** Submitted claims of the desk, the longest waiting first, one keyset page. `now` is what ages are counted from. */
export async function listQueue(
  db: Database,
  { deskId, now }: { readonly deskId: string; readonly now: Date },
  filter: QueueFilter,
): Promise<{ readonly items: readonly ListedClaim[]; readonly next: string | null; readonly total: number }> {
  const where = { AND: [toWhere(deskId, now, filter), await decidable(db, deskId)] };
  const cursor = filter.after === undefined ? null : parseCursor(filter.after);
  const computed = filter.hand === undefined && filter.strength === undefined ? null : await listComputed(db, where, filter);
  const chosen = computed?.filter((place) => cursor === null || isAfter(place, cursor)).slice(0, QUEUE_PAGE_SIZE + 1);
  const [rows, total] = await Promise.all([
    db.read.claim.findMany({
      where: chosen === undefined ? after(where, cursor) : { id: { in: chosen.map(({ id }) => id) }, deskId },
      orderBy: WAITING_ORDER,
      take: QUEUE_PAGE_SIZE + 1,
      select: waitingSelect,
    }),
    computed?.length ?? db.read.claim.count({ where }),
  ]);
  const page = rows.slice(0, QUEUE_PAGE_SIZE);
  const last = page.at(-1);
  const next = rows.length > QUEUE_PAGE_SIZE && last?.submittedAt ? toCursor({ submittedAt: last.submittedAt, id: last.id }) : null;
  return { items: await withArticles(db, page), next, total };
}

const WAITING_ORDER = [{ submittedAt: 'asc' }, { id: 'asc' }] satisfies Prisma.ClaimOrderByWithRelationInput[];

/** What follows the cursor in the order of waiting. */
function after(where: Prisma.ClaimWhereInput, cursor: QueueCursor | null): Prisma.ClaimWhereInput {
  if (cursor === null) return where;
  const { submittedAt, id } = cursor;
  return { AND: [where, { OR: [{ submittedAt: { gt: submittedAt } }, { submittedAt, id: { gt: id } }] }] };
}

function isAfter(place: QueueCursor, cursor: QueueCursor): boolean {
  const [one, other] = [place.submittedAt.getTime(), cursor.submittedAt.getTime()];
  return one > other || (one === other && place.id > cursor.id);
}

/** Claims of which the chains are read at once. */
const SCAN = 500;

/**
 * The places of all that match a filter on what no column holds: hand and strength are computed from the chain, by the one
 * rule there is. Every claim that matches the other filters is read for it, so that page and total are exact; cost grows with
 * their links, in steps between which others are answered.
 */
async function listComputed(db: Database, where: Prisma.ClaimWhereInput, filter: QueueFilter): Promise<readonly QueueCursor[]> {
  const found: QueueCursor[] = [];
  for (let cursor: QueueCursor | null = null; ; ) {
    const rows: readonly Prisma.ClaimGetPayload<{ select: typeof chainSelect }>[] = await db.read.claim.findMany({
      where: after(where, cursor),
      orderBy: WAITING_ORDER,
      take: SCAN,
      select: chainSelect,
    });
    for (const { id, submittedAt, sourceType, source, links } of rows) {
      if (submittedAt === null) continue;
      const tag = { sourceType: sourceType as SourceType, source: source === null ? null : toSource(source) };
      cursor = { submittedAt, id };
      if (matchesChain(toChain(links, tag), filter)) found.push(cursor);
    }
    if (rows.length < SCAN) return found;
    await setImmediate();
  }
}

const chainSelect = {
  id: true,
  submittedAt: true,
  sourceType: true,
  source: { select: sourceSelect },
  links: { orderBy: { ordinal: 'asc' }, select: linkSelect },
} satisfies Prisma.ClaimSelect;

/** What is not checked blind just now: until all have handed in, nobody decides about a claim. */
async function decidable(db: Database, deskId: string): Promise<Prisma.ClaimWhereInput> {
  const blind = [...(await listBlind(db, { deskId })).keys()];
  return blind.length === 0 ? {} : { articleId: { notIn: blind } };
}

function toWhere(deskId: string, now: Date, filter: QueueFilter): Prisma.ClaimWhereInput {
  return {
    deskId,
    state: 'submitted' satisfies ClaimState,
    deletedAt: null,
    ...(filter.article === undefined ? {} : { articleId: filter.article }),
    ...(filter.class === undefined ? {} : { sourceType: { in: [...typesOfClass(filter.class)] } }),
    ...(filter.confidence === undefined ? {} : { confidence: filter.confidence }),
    ...(filter.checker === undefined ? {} : { createdById: filter.checker }),
    ...(filter.source === undefined ? {} : onChain(filter.source)),
    ...(filter.check === undefined ? {} : checkWhere(filter.check)),
    ...(filter.bears === undefined ? {} : CONTRADICTED),
    ...(filter.age === undefined ? {} : { submittedAt: { lte: new Date(now.getTime() - filter.age * 3_600_000) } }),
  };
}

/** A claim of which nothing was found yet has no finding at all. */
function checkWhere(check: NonNullable<QueueFilter['check']>): Prisma.ClaimWhereInput {
  const checked = { finding: { contentCheck: { not: 'not_checked' satisfies ContentCheck } } };
  return check === 'checked' ? checked : { NOT: checked };
}

/** The source, or one that was merged into it, as the tag or anywhere on the chain. */
function onChain(sourceId: string): Prisma.ClaimWhereInput {
  const source = { OR: [{ id: sourceId }, { canonicalId: sourceId }] };
  return { AND: [{ OR: [{ source }, { links: { some: { source } } }] }] };
}

/** From whichever side it was drawn. */
const CONTRADICTED: Prisma.ClaimWhereInput = {
  OR: [
    { relations: { some: { kind: 'contradicts' satisfies RelationKind, to: { deletedAt: null } } } },
    { relatedBy: { some: { kind: 'contradicts' satisfies RelationKind, from: { deletedAt: null } } } },
  ],
};

type WaitingRow = Prisma.ClaimGetPayload<{ select: typeof waitingSelect }>;

async function withArticles(db: Database, rows: readonly WaitingRow[]): Promise<readonly ListedClaim[]> {
  const claims = await toClaims(db.read, rows);
  return claims.map((claim, index) => ({ claim, article: (rows[index] as WaitingRow).article }));
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
    select: waitingSelect,
  });
  return withArticles(db, rows);
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
  const state = 'submitted' satisfies ClaimState;
  return db.read.claim.count({ where: { deskId, state, deletedAt: null, ...(await decidable(db, deskId)) } });
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
      select: { id: true, deskId: true, title: true, topic: true, version: true, createdAt: true, createdById: true },
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

/** How many sources the queue offers to choose from. */
const SOURCES_MAX = 500;

/** What the queue can be narrowed to: articles and checkers with something submitted, and who is on its chains, at most 500 of them. */
export async function listQueueOptions(
  db: Database,
  scope: { readonly deskId: string },
): Promise<{
  readonly articles: readonly { readonly id: string; readonly title: string }[];
  readonly checkers: readonly PersonRef[];
  readonly sources: readonly { readonly id: string; readonly name: string }[];
}> {
  const waiting = {
    deskId: scope.deskId,
    state: 'submitted' satisfies ClaimState,
    deletedAt: null,
    ...(await decidable(db, scope.deskId)),
  };
  const [articles, byChecker, named] = await Promise.all([
    db.read.article.findMany({
      where: { deskId: scope.deskId, claims: { some: waiting } },
      orderBy: { title: 'asc' },
      select: { id: true, title: true },
    }),
    db.read.claim.groupBy({ by: ['createdById'], where: waiting }),
    db.read.source.findMany({
      where: { deskId: scope.deskId, OR: [{ claims: { some: waiting } }, { links: { some: { claim: waiting } } }] },
      orderBy: { name: 'asc' },
      take: SOURCES_MAX,
      select: { id: true, name: true, canonical: { select: { id: true, name: true } } },
    }),
  ]);
  const sources = new Map(named.map(({ canonical, id, name }) => [canonical?.id ?? id, canonical?.name ?? name]));
  const people = await findPeople(
    db.read,
    byChecker.map((group) => group.createdById),
  );
  const byName = (a: { readonly name: string }, b: { readonly name: string }) => a.name.localeCompare(b.name, 'en');
  return {
    articles,
    checkers: [...people.values()].sort(byName),
    sources: [...sources].map(([id, name]) => ({ id, name })).sort(byName),
  };
}

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

async function listSteps(db: Database, claim: Prisma.ClaimWhereInput): Promise<readonly ClaimTransition[]> {
  const rows = await db.read.transition.findMany({ where: { claim }, orderBy: [{ at: 'asc' }, { id: 'asc' }] });
  const people = await findPeople(
    db.read,
    rows.map((row) => row.actorId),
  );
  return rows.map((row) => ({
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
}
