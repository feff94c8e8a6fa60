import 'server-only';
import { linkSelect, originGroupSelect, toChain, toOriginGroup } from '@/lib/attribution/data';
import type { OriginGroup } from '@/lib/attribution/origin-group';
import type { SourceType } from '@/lib/attribution/source-type';
import type { ClaimState } from '@/lib/claims/claim-state';
import type { AttributionCheck, ContentCheck } from '@/lib/claims/finding';
import type { RelationKind } from '@/lib/claims/relation';
import type { Database } from '@/lib/db/database';
import type { Prisma } from '@/lib/db/generated/client';
import { sourceSelect, toSource } from '@/lib/sources/data';
import type { Source } from '@/lib/sources/source';
import type { CountedClaim } from './checked-claims';
import type { GradedClaim } from './gradings';
import { type Behind, classOfSource, type LeaningClaim, type LeaningCounts, namingOf, type OriginMembership } from './source-claims';

/** A desk's source that stands for itself: what was merged into it is read along. */
type SourceScope = { readonly deskId: string; readonly sourceId: string };

/**
 * The beginning of every query here. "member": the source and what was merged into it. "place": each link of a chain that
 * is one of them, and each claim without a stored chain that is tagged with one. The link that bears the claim's own tag
 * has no source type of its own. "ordinal" is 1 where the chain is the plain one: the voice, then the tag.
 */
const PLACES = `
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
      FROM "place" p JOIN "Claim" c ON c."id" = p."claimId" WHERE c."deletedAt" IS NULL GROUP BY c."id"
  )`;

function placesOf({ deskId, sourceId }: SourceScope): readonly string[] {
  return [deskId, sourceId, sourceId];
}

/** How many claims lean on the source, by tag or anywhere in a chain. */
export async function countLeaning(db: Database, scope: SourceScope): Promise<LeaningCounts> {
  const sql = `${PLACES} SELECT COUNT(*) AS "claims", COUNT(DISTINCT "articleId") AS "articles", COALESCE(SUM("silent"), 0) AS "silent" FROM "leaning"`;
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
  const ids = await db.rows<{ id: string }>(`${PLACES} SELECT "id" FROM "leaning" ${from} ORDER BY "articleId" DESC, "number" LIMIT ?`, [
    ...placesOf(scope),
    ...(after === null ? [] : [after.articleId, after.articleId, after.number]),
    CLAIMS_PAGE + 1,
  ]);
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
  const rows = await db.rows<{ id: string; name: string; kind: string; sourceType: string; claims: number }>(BEHIND, placesOf(scope));
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

const BEHIND = `${PLACES}, "behind" AS (
    SELECT l."claimId", COALESCE(l."sourceId", CASE WHEN l."sourceType" IS NULL THEN c."sourceId" END) AS "sourceId",
           COALESCE(l."sourceType", c."sourceType") AS "sourceType"
      FROM "place" p JOIN "ClaimLink" l ON l."claimId" = p."claimId" AND l."ordinal" > p."ordinal"
      JOIN "Claim" c ON c."id" = p."claimId" WHERE c."deletedAt" IS NULL
  )
  SELECT COALESCE(k."id", s."id") AS "id", COALESCE(k."name", s."name") AS "name", COALESCE(k."kind", s."kind") AS "kind",
         b."sourceType", COUNT(DISTINCT b."claimId") AS "claims"
    FROM "behind" b JOIN "Source" s ON s."id" = b."sourceId" LEFT JOIN "Source" k ON k."id" = s."canonicalId"
    GROUP BY 1, 2, 3, 4`;

/** How many origin groups a source's page lists. */
const GROUPS_MAX = 20;

/** The origin groups the source is in, those of the newest articles first. At most 20. */
export async function listOriginMemberships(db: Database, { deskId, sourceId }: SourceScope): Promise<readonly OriginMembership[]> {
  const rows = await db.read.originGroup.findMany({
    where: { deskId, deletedAt: null, members: { some: { source: { OR: [{ id: sourceId }, { canonicalId: sourceId }] } } } },
    orderBy: [{ articleId: 'desc' }, { id: 'asc' }],
    take: GROUPS_MAX,
    select: { ...originGroupSelect, article: { select: { id: true, title: true } } },
  });
  return rows.map(({ article, ...row }) => {
    const { id, name, reason, attested, sourceIds } = toOriginGroup(row);
    return { id, name, reason, attested, members: sourceIds.length, article };
  });
}

/** How articles present the desk's sources without a name: by source, how many claims and links have each type. */
export async function listPresentations(
  db: Database,
  { deskId }: { readonly deskId: string },
): Promise<ReadonlyMap<string, ReadonlyMap<SourceType, number>>> {
  const rows = await db.rows<{ id: string; sourceType: string; times: number }>(PRESENTATIONS, [deskId, deskId]);
  const found = new Map<string, Map<SourceType, number>>();
  for (const { id, sourceType, times } of rows) {
    const types = found.get(id) ?? new Map<SourceType, number>();
    found.set(id, types.set(sourceType as SourceType, (types.get(sourceType as SourceType) ?? 0) + times));
  }
  return found;
}

const PRESENTATIONS = `
  SELECT COALESCE(s."canonicalId", s."id") AS "id", c."sourceType", COUNT(*) AS "times"
    FROM "Source" s JOIN "Claim" c ON c."sourceId" = s."id"
    WHERE s."deskId" = ? AND s."kind" = 'unnamed' AND c."deletedAt" IS NULL GROUP BY 1, 2
  UNION ALL
  SELECT COALESCE(s."canonicalId", s."id"), l."sourceType", COUNT(*)
    FROM "Source" s JOIN "ClaimLink" l ON l."sourceId" = s."id" JOIN "Claim" c ON c."id" = l."claimId"
    WHERE s."deskId" = ? AND s."kind" = 'unnamed' AND l."sourceType" IS NOT NULL AND c."deletedAt" IS NULL GROUP BY 1, 2`;

/** The article's live claims with nobody to grade, by type: its own voice, impersonal phrases, bare “sources”. */
export async function countSourceless(
  db: Database,
  { deskId, articleId }: { readonly deskId: string; readonly articleId: string },
): Promise<ReadonlyMap<SourceType, number>> {
  const rows = await db.read.claim.groupBy({
    by: ['sourceType'],
    where: { deskId, articleId, sourceId: null, deletedAt: null },
    _count: { _all: true },
  });
  return new Map(rows.map(({ sourceType, _count }) => [sourceType as SourceType, _count._all]));
}

/** How many articles the registry offers to choose from. */
const ARTICLES_MAX = 200;

/** The newest articles of the desk that have claims. At most 200. */
export async function listArticlesWithClaims(
  db: Database,
  { deskId }: { readonly deskId: string },
): Promise<readonly { readonly id: string; readonly title: string }[]> {
  return db.read.article.findMany({
    where: { deskId, claims: { some: { deletedAt: null } } },
    orderBy: { id: 'desc' },
    take: ARTICLES_MAX,
    select: { id: true, title: true },
  });
}

/** The ids of all claims that lean on the source. */
export async function listLeaningIds(db: Database, scope: SourceScope): Promise<ReadonlySet<string>> {
  const rows = await db.rows<{ id: string }>(`${PLACES} SELECT "id" FROM "leaning"`, placesOf(scope));
  return new Set(rows.map(({ id }) => id));
}

/** The articles in which a claim was checked that leans on the source or is of one of `types`: what their track records are counted from. */
export async function listCheckedArticles(db: Database, scope: SourceScope, types: readonly SourceType[]): Promise<readonly string[]> {
  const sql = `${PLACES} SELECT DISTINCT c."articleId" FROM "Finding" f JOIN "Claim" c ON c."id" = f."claimId"
    WHERE c."deskId" = ? AND c."deletedAt" IS NULL AND c."state" <> 'rejected' AND (f."contentCheck" <> 'not_checked' OR f."attributionCheck" <> 'not_checked')
      AND (c."sourceType" IN (${types.map(() => '?').join(', ')}) OR c."id" IN (SELECT "id" FROM "leaning"))`;
  const rows = await db.rows<{ articleId: string }>(sql, [...placesOf(scope), scope.deskId, ...types]);
  return rows.map(({ articleId }) => articleId);
}

/** A claim that counts, or ties outcomes together, with its number in the article. */
export type RecordClaim = CountedClaim & { readonly number: number };

/** Every live claim of a desk's article and its origin groups, as far as outcomes hang on them. Four queries; cost grows with claims and links. */
export async function readRecordClaims(
  db: Database,
  { deskId, articleId }: { readonly deskId: string; readonly articleId: string },
): Promise<{ readonly claims: readonly RecordClaim[]; readonly groups: readonly OriginGroup[] }> {
  const values = [articleId, deskId];
  const [claims, links, relations, members] = await Promise.all([
    db.rows<RecordRow>(RECORD_CLAIMS, values),
    db.rows<RecordLink>(RECORD_LINKS, values),
    db.rows<RecordRelation>(RECORD_RELATIONS, values),
    db.rows<RecordMember>(RECORD_GROUPS, values),
  ]);
  const linksOf = groupBy(links, ({ claimId }) => claimId);
  const relationsOf = groupBy(relations, ({ fromId }) => fromId);
  return {
    claims: claims.map((row) => toRecordClaim(row, linksOf.get(row.id) ?? [], relationsOf.get(row.id) ?? [])),
    groups: [...groupBy(members, ({ id }) => id).values()].map(toGroup),
  };
}

function groupBy<Row>(rows: readonly Row[], keyOf: (row: Row) => string): ReadonlyMap<string, readonly Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group === undefined) groups.set(keyOf(row), [row]);
    else group.push(row);
  }
  return groups;
}

type Named = { readonly sourceId: string | null; readonly name: string | null; readonly kind: string | null };
type RecordRow = Named & {
  readonly id: string;
  readonly articleId: string;
  readonly number: number;
  readonly sourceType: string;
  readonly createdAt: string;
  readonly contentCheck: string | null;
  readonly attributionCheck: string | null;
};
type RecordLink = Named & {
  readonly claimId: string;
  readonly sourceType: string | null;
  readonly cueStart: number | null;
  readonly cueEnd: number | null;
  readonly cueQuote: string | null;
};
type RecordRelation = { readonly fromId: string; readonly toId: string; readonly kind: string };
type RecordMember = { readonly id: string; readonly articleId: string; readonly sourceId: string | null };

const NAMED = `COALESCE(k."id", s."id") AS "sourceId", COALESCE(k."name", s."name") AS "name", COALESCE(k."kind", s."kind") AS "kind"`;
const NAMED_BY = (owner: string) => `LEFT JOIN "Source" s ON s."id" = ${owner}."sourceId" LEFT JOIN "Source" k ON k."id" = s."canonicalId"`;
const OF_ARTICLE = `c."articleId" = ? AND c."deskId" = ? AND c."deletedAt" IS NULL AND c."state" <> 'rejected'`;

const RECORD_CLAIMS = `
  SELECT c."id", c."articleId", c."number", c."sourceType", c."createdAt", f."contentCheck", f."attributionCheck", ${NAMED}
    FROM "Claim" c LEFT JOIN "Finding" f ON f."claimId" = c."id" ${NAMED_BY('c')} WHERE ${OF_ARTICLE} ORDER BY c."number"`;
const RECORD_LINKS = `
  SELECT l."claimId", l."sourceType", l."cueStart", l."cueEnd", l."cueQuote", ${NAMED}
    FROM "Claim" c CROSS JOIN "ClaimLink" l ${NAMED_BY('l')} WHERE l."claimId" = c."id" AND ${OF_ARTICLE}
    ORDER BY c."number", l."ordinal"`;
const RECORD_RELATIONS = `
  SELECT r."fromId", r."toId", r."kind" FROM "Claim" c CROSS JOIN "ClaimRelation" r WHERE r."fromId" = c."id" AND ${OF_ARTICLE}`;
const RECORD_GROUPS = `
  SELECT g."id", g."articleId", COALESCE(s."canonicalId", s."id") AS "sourceId"
    FROM "OriginGroup" g LEFT JOIN "OriginMember" m ON m."groupId" = g."id" LEFT JOIN "Source" s ON s."id" = m."sourceId"
    WHERE g."articleId" = ? AND g."deskId" = ? AND g."deletedAt" IS NULL ORDER BY g."id"`;

function toRecordClaim(row: RecordRow, links: readonly RecordLink[], relations: readonly RecordRelation[]): RecordClaim {
  const sourceType = row.sourceType as SourceType;
  // What outcomes do not hang on (relation, hedges, anonymity) is not read.
  const rest = { relation: 'reports', stated: 'in_text', reading: 'on_trust', hedges: '[]', anonymity: null };
  const rows = links.map((link) => ({ ...link, ...rest, source: toNamedRow(link) }));
  const source = toNamedRow(row);
  return {
    id: row.id,
    articleId: row.articleId,
    number: row.number,
    sourceType,
    chain: toChain(rows, { sourceType, source: source === null ? null : toSource(source) }),
    relations: relations.map(({ toId, kind }) => ({ claimId: toId, kind: kind as RelationKind })),
    finding:
      row.contentCheck === null || row.attributionCheck === null
        ? null
        : { contentCheck: row.contentCheck as ContentCheck, attributionCheck: row.attributionCheck as AttributionCheck },
    at: new Date(row.createdAt),
  };
}

function toNamedRow({ sourceId, name, kind }: Named) {
  return sourceId === null || name === null || kind === null ? null : { id: sourceId, name, kind, canonical: null };
}

/** A group as far as it ties origins: who is in it. Its words are not read. */
function toGroup(rows: readonly RecordMember[]): OriginGroup {
  const { id, articleId } = rows[0] as RecordMember;
  const sourceIds = rows.flatMap(({ sourceId }) => (sourceId === null ? [] : [sourceId]));
  return { id, articleId, name: '', reason: '', attested: null, version: 1, sourceIds: [...new Set(sourceIds)] };
}

/**
 * The desk's claims that have a credibility and whose tagged source has a reliability, the newest claim first. A source's
 * grade is the last one any of its merged names was given.
 */
export async function listGradedClaims(db: Database, { deskId }: { readonly deskId: string }): Promise<readonly GradedClaim[]> {
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
      WHERE c."deskId" = ? AND c."deletedAt" IS NULL AND f."credibility" IS NOT NULL
      ORDER BY c."id" DESC`,
    [deskId, deskId],
  );
}
