import 'server-only';
import { type Sight, seenSql } from '@/lib/assignments/sight';
import { linkSelect, originGroupSelect, toChain, toOriginGroup } from '@/lib/attribution/data';
import type { SourceType } from '@/lib/attribution/source-type';
import type { ClaimState } from '@/lib/claims/claim-state';
import type { Database } from '@/lib/db/database';
import type { Prisma } from '@/lib/db/generated/client';
import { sourceSelect, toSource } from '@/lib/sources/data';
import type { Source } from '@/lib/sources/source';
import { type Behind, classOfSource, type LeaningClaim, type LeaningCounts, namingOf, type OriginMembership } from '../source-claims';

/** A desk's source that stands for itself: what was merged into it is read along. */
type SourceScope = { readonly deskId: string; readonly sourceId: string; readonly sight: Sight };

/**
 * The beginning of every query here. "member": the source and what was merged into it. "place": each link of a chain that
 * is one of them, and each claim without a stored chain that is tagged with one. The link that bears the claim's own tag
 * has no source type of its own. "ordinal" is 1 where the chain is the plain one: the voice, then the tag.
 */
const placesSql = (sight: Sight) => `
  WITH "member" AS (SELECT "id" FROM "Source" WHERE "deskId" = ? AND ("id" = ? OR "canonicalId" = ?)),
  "place" AS (
    SELECT l."claimId", l."ordinal", l."stated" FROM "ClaimLink" l WHERE l."sourceId" IN (SELECT "id" FROM "member")
    UNION ALL
    SELECT c."id", COALESCE(l."ordinal", 1), COALESCE(l."stated", 'in_text')
      FROM "Claim" c LEFT JOIN "ClaimLink" l ON l."claimId" = c."id" AND l."sourceType" IS NULL
      WHERE c."sourceId" IN (SELECT "id" FROM "member")
  ),
  "leaning" AS (
    SELECT c."id", c."articleId", c."number", MIN(CASE WHEN p."stated" = 'from_outside' THEN 1 ELSE 0 END) AS "silent"
      FROM "place" p JOIN "Claim" c ON c."id" = p."claimId" WHERE c."deletedAt" IS NULL${seenSql(sight).sql} GROUP BY c."id"
  )`;

/** The values of its question marks. */
function placesOf({ deskId, sourceId, sight }: SourceScope): readonly string[] {
  return [deskId, sourceId, sourceId, ...seenSql(sight).values];
}

/** How many claims lean on the source, by tag or anywhere in a chain. */
export async function countLeaning(db: Database, scope: SourceScope): Promise<LeaningCounts> {
  const sql = `${placesSql(scope.sight)} SELECT COUNT(*) AS "claims", COUNT(DISTINCT "articleId") AS "articles", COALESCE(SUM("silent"), 0) AS "silent" FROM "leaning"`;
  const [counts] = await db.rows<LeaningCounts>(sql, placesOf(scope));
  return counts ?? { claims: 0, articles: 0, silent: 0 };
}

/** Where a page of claims begins: after this claim of this article. */
export type ClaimCursor = { readonly articleId: string; readonly number: number };

export const CLAIMS_PAGE = 50;

/** One page of the claims that lean on the source: the newest article first, in the order of their numbers. `next` is null at the end. */
export async function listLeaningClaims(
  db: Database,
  scope: SourceScope,
  after: ClaimCursor | null,
): Promise<{ readonly claims: readonly LeaningClaim[]; readonly next: ClaimCursor | null }> {
  const from = after === null ? '' : 'WHERE "articleId" < ? OR ("articleId" = ? AND "number" > ?)';
  const ids = await db.rows<{ id: string }>(
    `${placesSql(scope.sight)} SELECT "id" FROM "leaning" ${from} ORDER BY "articleId" DESC, "number" LIMIT ?`,
    [...placesOf(scope), ...(after === null ? [] : [after.articleId, after.articleId, after.number]), CLAIMS_PAGE + 1],
  );
  const page = ids.slice(0, CLAIMS_PAGE).map(({ id }) => id);
  const rows = await db.read.claim.findMany({
    where: { id: { in: page }, deskId: scope.deskId },
    orderBy: [{ articleId: 'desc' }, { number: 'asc' }],
    select: leaningSelect,
  });
  const last = rows.at(-1);
  return {
    claims: rows.map((row) => toLeaningClaim(row, scope.sourceId)),
    next: ids.length > CLAIMS_PAGE && last !== undefined ? { articleId: last.article.id, number: last.number } : null,
  };
}

const bearing = { kind: 'contradicts' } as const;
const leaningSelect = {
  id: true,
  number: true,
  sourceType: true,
  state: true,
  article: { select: { id: true, title: true } },
  source: { select: sourceSelect },
  spans: { orderBy: { ordinal: 'asc' }, take: 1, select: { quote: true } },
  links: { orderBy: { ordinal: 'asc' }, select: linkSelect },
  relations: { where: { ...bearing, to: { deletedAt: null } }, take: 1, select: { toId: true } },
  relatedBy: { where: { ...bearing, from: { deletedAt: null } }, take: 1, select: { fromId: true } },
} satisfies Prisma.ClaimSelect;

function toLeaningClaim(row: Prisma.ClaimGetPayload<{ select: typeof leaningSelect }>, sourceId: string): LeaningClaim {
  const sourceType = row.sourceType as SourceType;
  const tag = { sourceType, source: row.source === null ? null : toSource(row.source) };
  return {
    id: row.id,
    number: row.number,
    article: row.article,
    sourceType,
    state: row.state as ClaimState,
    quote: row.spans[0]?.quote ?? '',
    naming: namingOf(toChain(row.links, tag), sourceId) ?? { stated: 'in_text', passesOn: null },
    contradicted: row.relations.length + row.relatedBy.length > 0,
  };
}

/** How many of those behind a source its page lists. */
const BEHIND_MAX = 50;

/** The sources that stand behind this one on a chain, those of the most claims first. At most 50. */
export async function listBehind(db: Database, scope: SourceScope): Promise<readonly Behind[]> {
  const rows = await db.rows<{ id: string; name: string; kind: string; sourceType: string; claims: number }>(behindSql(scope.sight), [
    ...placesOf(scope),
    ...seenSql(scope.sight).values,
  ]);
  const found = new Map<string, { source: Source; claims: number; types: Map<SourceType, number> }>();
  for (const row of rows) {
    const entry = found.get(row.id) ?? { source: toSource(row), claims: 0, types: new Map() };
    entry.claims += row.claims;
    entry.types.set(row.sourceType as SourceType, row.claims);
    found.set(row.id, entry);
  }
  return [...found.values()]
    .filter(({ source }) => source.id !== scope.sourceId)
    .sort((a, b) => b.claims - a.claims || a.source.name.localeCompare(b.source.name, 'en'))
    .slice(0, BEHIND_MAX)
    .map(({ source, claims, types }) => ({ ...source, claims, sourceClass: classOfSource(source.kind, types) }));
}

const behindSql = (sight: Sight) => `${placesSql(sight)}, "behind" AS (
    SELECT l."claimId", COALESCE(l."sourceId", CASE WHEN l."sourceType" IS NULL THEN c."sourceId" END) AS "sourceId",
           COALESCE(l."sourceType", c."sourceType") AS "sourceType"
      FROM "place" p JOIN "ClaimLink" l ON l."claimId" = p."claimId" AND l."ordinal" > p."ordinal"
      JOIN "Claim" c ON c."id" = p."claimId" WHERE c."deletedAt" IS NULL${seenSql(sight).sql}
  )
  SELECT COALESCE(k."id", s."id") AS "id", COALESCE(k."name", s."name") AS "name", COALESCE(k."kind", s."kind") AS "kind",
         b."sourceType", COUNT(DISTINCT b."claimId") AS "claims"
    FROM "behind" b JOIN "Source" s ON s."id" = b."sourceId" LEFT JOIN "Source" k ON k."id" = s."canonicalId"
    GROUP BY 1, 2, 3, 4`;

/** How many origin groups a source's page lists. */
const GROUPS_MAX = 20;

/** The origin groups the source is in, those of the newest articles first. At most 20. */
export async function listOriginMemberships(db: Database, { deskId, sourceId, sight }: SourceScope): Promise<readonly OriginMembership[]> {
  const rows = await db.read.originGroup.findMany({
    where: {
      deskId,
      deletedAt: null,
      articleId: { notIn: [...sight.limited.keys()] },
      members: { some: { source: { OR: [{ id: sourceId }, { canonicalId: sourceId }] } } },
    },
    orderBy: [{ articleId: 'desc' }, { id: 'asc' }],
    take: GROUPS_MAX,
    select: { ...originGroupSelect, article: { select: { id: true, title: true } } },
  });
  return rows.map(({ article, ...row }) => {
    const { id, name, reason, attested, sourceIds } = toOriginGroup(row);
    return { id, name, reason, attested, members: sourceIds.length, article };
  });
}

/** An article in which something was checked, and what it is about. */
export type CheckedArticle = { readonly id: string; readonly topic: string };

/** The ids of all claims that lean on the source. */
export async function listLeaningIds(db: Database, scope: SourceScope): Promise<ReadonlySet<string>> {
  const rows = await db.rows<{ id: string }>(`${placesSql(scope.sight)} SELECT "id" FROM "leaning"`, placesOf(scope));
  return new Set(rows.map(({ id }) => id));
}

/** The articles in which a claim was checked that leans on the source or is of one of `types`: what their track records are counted from. */
export async function listCheckedArticles(
  db: Database,
  scope: SourceScope,
  types: readonly SourceType[],
): Promise<readonly CheckedArticle[]> {
  const seen = seenSql(scope.sight);
  const sql = `${placesSql(scope.sight)} SELECT DISTINCT a."id", a."topic" FROM "Finding" f JOIN "Claim" c ON c."id" = f."claimId"
    JOIN "Article" a ON a."id" = c."articleId" WHERE c."deskId" = ? AND c."deletedAt" IS NULL AND c."state" <> 'rejected' AND (f."contentCheck" <> 'not_checked' OR f."attributionCheck" <> 'not_checked')
      AND (c."sourceType" IN (${types.map(() => '?').join(', ')}) OR c."id" IN (SELECT "id" FROM "leaning"))${seen.sql}`;
  return db.rows<CheckedArticle>(sql, [...placesOf(scope), scope.deskId, ...types, ...seen.values]);
}
