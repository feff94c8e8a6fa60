import 'server-only';
import { type Sight, seenSql, seenWhere } from '@/lib/assignments/sight';
import type { SourceType } from '@/lib/attribution/source-type';
import type { Database } from '@/lib/db/database';
import type { GradedClaim } from './gradings';

/** How articles present the desk's sources without a name: by source, how many claims and links have each type. */
export async function listPresentations(
  db: Database,
  { deskId, sight }: DeskScope,
): Promise<ReadonlyMap<string, ReadonlyMap<SourceType, number>>> {
  const { sql, values } = seenSql(sight);
  const asked = [deskId, ...values, deskId, ...values];
  const rows = await db.rows<{ id: string; sourceType: string; times: number }>(presentations(sql), asked);
  const found = new Map<string, Map<SourceType, number>>();
  for (const { id, sourceType, times } of rows) {
    const types = found.get(id) ?? new Map<SourceType, number>();
    found.set(id, types.set(sourceType as SourceType, (types.get(sourceType as SourceType) ?? 0) + times));
  }
  return found;
}

type DeskScope = { readonly deskId: string; readonly sight: Sight };

const presentations = (seen: string) => `
  SELECT COALESCE(s."canonicalId", s."id") AS "id", c."sourceType", COUNT(*) AS "times"
    FROM "Source" s JOIN "Claim" c ON c."sourceId" = s."id"
    WHERE s."deskId" = ? AND s."kind" = 'unnamed' AND c."deletedAt" IS NULL${seen} GROUP BY 1, 2
  UNION ALL
  SELECT COALESCE(s."canonicalId", s."id"), l."sourceType", COUNT(*)
    FROM "Source" s JOIN "ClaimLink" l ON l."sourceId" = s."id" JOIN "Claim" c ON c."id" = l."claimId"
    WHERE s."deskId" = ? AND s."kind" = 'unnamed' AND l."sourceType" IS NOT NULL AND c."deletedAt" IS NULL${seen} GROUP BY 1, 2`;

/** The article's live claims with nobody to grade, by type: its own voice, impersonal phrases, bare “sources”. */
export async function countSourceless(
  db: Database,
  { deskId, articleId, sight }: DeskScope & { readonly articleId: string },
): Promise<ReadonlyMap<SourceType, number>> {
  const rows = await db.read.claim.groupBy({
    by: ['sourceType'],
    where: { deskId, articleId, sourceId: null, deletedAt: null, ...seenWhere(sight) },
    _count: { _all: true },
  });
  return new Map(rows.map(({ sourceType, _count }) => [sourceType as SourceType, _count._all]));
}

/** How many articles the registry offers to choose from. */
const ARTICLES_MAX = 200;

/** The newest articles of the desk that have claims. At most 200. */
export async function listArticlesWithClaims(
  db: Database,
  { deskId, sight }: DeskScope,
): Promise<readonly { readonly id: string; readonly title: string }[]> {
  return db.read.article.findMany({
    where: { deskId, claims: { some: { deletedAt: null, ...seenWhere(sight) } } },
    orderBy: { id: 'desc' },
    take: ARTICLES_MAX,
    select: { id: true, title: true },
  });
}

/**
 * The desk's claims that have a credibility and whose tagged source has a reliability, the newest claim first. A source's
 * grade is the last one any of its merged names was given.
 */
export async function listGradedClaims(db: Database, { deskId, sight }: DeskScope): Promise<readonly GradedClaim[]> {
  const seen = seenSql(sight);
  return db.rows<GradedClaim>(
    `WITH "last" AS (
       SELECT COALESCE(s."canonicalId", s."id") AS "sourceId", g."grade",
              ROW_NUMBER() OVER (PARTITION BY COALESCE(s."canonicalId", s."id") ORDER BY g."at" DESC, g."id" DESC) AS "rank"
         FROM "SourceGrade" g JOIN "Source" s ON s."id" = g."sourceId" WHERE s."deskId" = ?)
     SELECT c."id" AS "claimId", c."articleId", c."number", "last"."grade" AS "reliability", f."credibility"
       FROM "Finding" f
       JOIN "Claim" c ON c."id" = f."claimId"
       JOIN "Source" s ON s."id" = c."sourceId"
       JOIN "last" ON "last"."sourceId" = COALESCE(s."canonicalId", s."id") AND "last"."rank" = 1
      WHERE c."deskId" = ? AND c."deletedAt" IS NULL AND f."credibility" IS NOT NULL${seen.sql}
      ORDER BY c."id" DESC`,
    [deskId, deskId, ...seen.values],
  );
}
