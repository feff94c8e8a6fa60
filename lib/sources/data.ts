import 'server-only';
import { type Sight, seenSql } from '@/lib/assignments/sight';
import type { Database } from '@/lib/db/database';
import type { Direct } from '@/lib/db/direct';
import type { Prisma } from '@/lib/db/generated/client';
import type { Tx } from '@/lib/db/write-gate';
import { findPeople, nameOf } from '@/lib/people/data';
import type { Grade } from './grade';
import { type Source, type SourceKind, type SourceOption, toNameKey } from './source';
import type { LeaningArticle, SourceRecord, SourceStep } from './source-record';

const ownSelect = { id: true, name: true, kind: true } as const;
const standingSelect = { ...ownSelect, retractedAt: true } as const;

/** What `toSource` reads: the source and the one that stands for it, if it was merged. */
export const sourceSelect = { ...standingSelect, canonical: { select: standingSelect } } satisfies Prisma.SourceSelect;

type SourceRow = { readonly id: string; readonly name: string; readonly kind: string };
/** `retractedAt` as Prisma or a plain SELECT gives it. */
type StandingRow = SourceRow & { readonly retractedAt?: Date | string | number | null };

/**
 * The source that stands for this row: the one it was merged into, or itself; it is retracted when that one is. A row
 * without `canonical` is taken as it is, and one without `retractedAt` says nothing of a retraction.
 */
export function toSource(row: StandingRow & { readonly canonical?: StandingRow | null }): Source {
  const { id, name, kind, retractedAt = null } = row.canonical ?? row;
  const source = { id, name, kind: kind as SourceKind };
  return retractedAt === null ? source : { ...source, retracted: true };
}

const recordSelect = {
  ...ownSelect,
  deskId: true,
  affiliation: true,
  role: true,
  language: true,
  homepage: true,
  wikidata: true,
  retractedAt: true,
  retraction: true,
  version: true,
  canonical: { select: ownSelect },
  parent: { select: sourceSelect },
  aliases: { select: { id: true, name: true } },
  grades: { select: { id: true, grade: true, reason: true, byId: true, at: true } },
  standsFor: {
    orderBy: { id: 'asc' },
    select: {
      ...ownSelect,
      version: true,
      mergedIntoId: true,
      aliases: { select: { id: true, name: true } },
      grades: { select: { id: true, grade: true, reason: true, byId: true, at: true } },
    },
  },
} satisfies Prisma.SourceSelect;

type RecordRow = Prisma.SourceGetPayload<{ select: typeof recordSelect }>;

/**
 * The desk's source with exactly this id, merged or not (`mergedInto` says so), or null. Works inside and outside a write.
 * Reads its aliases, grades and merged sources whole.
 */
export async function findSource(
  client: Pick<Tx, 'source' | 'user'>,
  scope: { readonly deskId: string; readonly sourceId: string },
): Promise<SourceRecord | null> {
  const row = await client.source.findFirst({ where: { id: scope.sourceId, deskId: scope.deskId }, select: recordSelect });
  return row === null ? null : toSourceRecord(client, row);
}

async function toSourceRecord(client: Pick<Tx, 'user'>, row: RecordRow): Promise<SourceRecord> {
  const given = [
    ...row.grades.map((grade) => ({ ...grade, givenTo: null })),
    ...row.standsFor.flatMap(({ name, grades }) => grades.map((grade) => ({ ...grade, givenTo: name }))),
  ].sort((a, b) => b.at.getTime() - a.at.getTime() || (a.id < b.id ? 1 : -1));
  const people = await findPeople(
    client,
    given.map(({ byId }) => byId),
  );
  const parent = row.parent === null ? null : toSource(row.parent);
  const { affiliation, role, language, homepage, wikidata, version, deskId } = row;
  return {
    ...toSource({ id: row.id, name: row.name, kind: row.kind }),
    ...{ deskId, affiliation, role, language, homepage, wikidata, version },
    // What it was part of may have been merged into it since.
    parent: parent?.id === row.id ? null : parent,
    mergedInto: row.canonical === null ? null : toSource(row.canonical),
    retraction: row.retractedAt === null ? null : { at: row.retractedAt, reason: row.retraction },
    aliases: [row, ...row.standsFor].flatMap(({ aliases }) => aliases).sort((a, b) => (a.id < b.id ? -1 : 1)),
    merged: row.standsFor.map(({ id, name, kind, version: itsVersion, mergedIntoId }) => ({
      ...toSource({ id, name, kind }),
      version: itsVersion,
      mergedIntoId: mergedIntoId ?? row.id,
    })),
    grades: given.map(({ byId, grade, ...entry }) => ({ ...entry, grade: grade as Grade, by: nameOf(people, byId) })),
  };
}

/** What the permission table asks about a source; null when the desk has none with this id. */
export async function findSourceResource(
  db: Database,
  scope: { readonly deskId: string; readonly sourceId: string },
): Promise<{ readonly deskId: string } | null> {
  const [row] = await db.rows<{ deskId: string }>('SELECT "deskId" FROM "Source" WHERE "id" = ? AND "deskId" = ?', [
    scope.sourceId,
    scope.deskId,
  ]);
  return row ?? null;
}

/** How many sources a finder lists at most. */
const FOUND_MAX = 30;

/**
 * Sources of the desk whose name, or one of whose aliases and merged names, holds `query` (any case; empty finds all), each
 * once: those already used in the article first, then the most used. At most 30. Cost grows with the claims of those found.
 */
export async function findSources(
  db: Database,
  scope: { readonly deskId: string; readonly articleId: string; readonly sight: Sight },
  query: string,
): Promise<readonly SourceOption[]> {
  return (await listSources(db, scope, { query, limit: FOUND_MAX })).sources;
}

/** The same for the registry: the first `limit` of them, and how many there are. `articleId` null: no article comes first. */
export async function listSources(
  db: Database,
  { deskId, articleId, sight }: { readonly deskId: string; readonly articleId: string | null; readonly sight: Sight },
  { query, limit }: { readonly query: string; readonly limit: number },
): Promise<{ readonly sources: readonly SourceOption[]; readonly total: number }> {
  const pattern = `%${toNameKey(query).replace(/[\\%_]/g, '\\$&')}%`;
  const seen = seenSql(sight).values;
  const hits = [deskId, pattern, deskId, pattern, deskId, pattern];
  const rows = await db.rows<OptionRow>(findSql(sight), [...hits, ...seen, ...seen, articleId, ...hiddenValues(deskId, sight), limit]);
  const sources = rows.map(({ here, onDesk, alsoKnownAs, retracted, grade, version, ...row }) => ({
    ...toSource(row),
    claimsHere: here,
    claimsOnDesk: onDesk,
    alsoKnownAs,
    retracted: retracted === 1,
    grade: grade as Grade | null,
    version,
  }));
  return { sources, total: rows[0]?.total ?? 0 };
}

type OptionRow = SourceRow & {
  readonly here: number;
  readonly onDesk: number;
  readonly alsoKnownAs: string | null;
  readonly retracted: number;
  readonly grade: string | null;
  readonly version: number;
  readonly total: number;
};

/**
 * The claims that lean on the members of a CTE "member" ("id", "memberId"): by tag or by chain, each once for each source.
 * CROSS JOIN keeps SQLite to this order (https://sqlite.org/optoverview.html#manual_control_of_query_plans_using_cross_join):
 * it would read every claim there is before it asks whose they are.
 */
const usedSql = (sight: Sight) => `
  SELECT m."id", c."id" AS "claimId", c."articleId", c."number"
    FROM "member" m CROSS JOIN "Claim" c WHERE c."sourceId" = m."memberId" AND c."deletedAt" IS NULL${seenSql(sight).sql}
  UNION
  SELECT m."id", c."id", c."articleId", c."number"
    FROM "member" m CROSS JOIN "ClaimLink" l CROSS JOIN "Claim" c
    WHERE l."sourceId" = m."memberId" AND c."id" = l."claimId" AND c."deletedAt" IS NULL${seenSql(sight).sql}`;

/**
 * For one who sees only a part of some articles: sources that others made since the first of these was imported, and that no claim
 * names which this person sees. Whoever checks blind does not learn from the registry what the others have found.
 */
function hiddenSql(sight: Sight, source: string): string {
  if (sight.limited.size === 0) return '';
  return ` AND (${source}."createdById" = ? OR ${source}."createdAt" < (
      SELECT MIN(a."createdAt") FROM "Article" a WHERE a."deskId" = ? AND a."id" IN (SELECT "value" FROM json_each(?))))`;
}

function hiddenValues(deskId: string, { userId, limited }: Sight): readonly string[] {
  return limited.size === 0 ? [] : [userId, deskId, JSON.stringify([...limited.keys()])];
}

const findSql = (sight: Sight) => `
  WITH "hit" AS (
    SELECT "id", NULL AS "also" FROM "Source"
      WHERE "deskId" = ? AND "canonicalId" IS NULL AND "nameKey" LIKE ? ESCAPE '\\'
    UNION ALL
    SELECT "canonicalId", "name" FROM "Source"
      WHERE "deskId" = ? AND "canonicalId" IS NOT NULL AND "nameKey" LIKE ? ESCAPE '\\'
    UNION ALL
    SELECT COALESCE(s."canonicalId", s."id"), a."name" FROM "SourceAlias" a JOIN "Source" s ON s."id" = a."sourceId"
      WHERE a."deskId" = ? AND a."nameKey" LIKE ? ESCAPE '\\'
  ),
  "found" AS (
    SELECT "id", CASE WHEN COUNT(*) > COUNT("also") THEN NULL ELSE MIN("also") END AS "also" FROM "hit" GROUP BY "id"
  ),
  "member" AS (
    SELECT "id", "id" AS "memberId" FROM "found"
    UNION ALL
    SELECT f."id", s."id" FROM "found" f CROSS JOIN "Source" s WHERE s."canonicalId" = f."id"
  ),
  "used" AS (${usedSql(sight)}),
  "counted" AS (
    SELECT "id", COUNT(*) AS "onDesk", COUNT(CASE WHEN "articleId" = ? THEN 1 END) AS "here" FROM "used" GROUP BY "id"
  ),
  "listed" AS (
    SELECT s."id", s."name", s."kind", f."also", s."retractedAt", s."version", COALESCE(c."here", 0) AS "here", COALESCE(c."onDesk", 0) AS "onDesk",
           COUNT(*) OVER () AS "total"
    FROM "found" f JOIN "Source" s ON s."id" = f."id" LEFT JOIN "counted" c ON c."id" = f."id"
    WHERE (c."onDesk" > 0 OR (1${hiddenSql(sight, 's')}))
    ORDER BY "here" DESC, "onDesk" DESC, s."name", s."id"
    LIMIT ?
  )
  SELECT x."id", x."name", x."kind", x."also" AS "alsoKnownAs", CASE WHEN x."retractedAt" IS NULL THEN 0 ELSE 1 END AS "retracted",
         x."here", x."onDesk", x."version", x."total",
         (SELECT g."grade" FROM "SourceGrade" g
            WHERE g."sourceId" IN (SELECT x."id" UNION ALL SELECT s."id" FROM "Source" s WHERE s."canonicalId" = x."id")
            ORDER BY g."at" DESC, g."id" DESC LIMIT 1) AS "grade"
  FROM "listed" x ORDER BY x."here" DESC, x."onDesk" DESC, x."name", x."id"`;

/**
 * Every claim that leans on the source or on what was merged into it, by its tag or anywhere in its chain, as numbers by
 * article, the newest article first. Asked of the source that stands for the others, inside and outside a write. Cost
 * grows with those claims.
 */
export async function listLeaning(
  client: Pick<Database, 'rows'> | Direct,
  { deskId, sourceId, sight }: { readonly deskId: string; readonly sourceId: string; readonly sight: Sight },
): Promise<readonly LeaningArticle[]> {
  const seen = seenSql(sight).values;
  const rows = await client.rows<LeaningRow>(leaningSql(sight), [sourceId, deskId, sourceId, sourceId, ...seen, ...seen]);
  const articles = new Map<string, { id: string; title: string; claimNumbers: number[]; claimIds: string[] }>();
  for (const { id, title, claimId, number } of rows) {
    const article = articles.get(id) ?? { id, title, claimNumbers: [], claimIds: [] };
    article.claimNumbers.push(number);
    if (article.claimIds.length < LEANING_IDS) article.claimIds.push(claimId);
    articles.set(id, article);
  }
  return [...articles.values()];
}

const LEANING_IDS = 30;

type LeaningRow = { readonly id: string; readonly title: string; readonly claimId: string; readonly number: number };

const leaningSql = (sight: Sight) => `
  WITH "member" AS (
    SELECT ? AS "id", "id" AS "memberId" FROM "Source" WHERE "deskId" = ? AND ("id" = ? OR "canonicalId" = ?)
  ),
  "used" AS (${usedSql(sight)})
  SELECT a."id", a."title", u."claimId", u."number" FROM "used" u JOIN "Article" a ON a."id" = u."articleId"
  ORDER BY a."id" DESC, u."number"`;

/** Whether the source is kept from one who checks blind, as finding it is: it is on nobody's page of theirs. */
export async function isSourceHidden(
  db: Pick<Database, 'rows'>,
  { deskId, sourceId, sight }: { readonly deskId: string; readonly sourceId: string; readonly sight: Sight },
): Promise<boolean> {
  if (sight.limited.size === 0) return false;
  const sql = `SELECT 1 FROM "Source" s WHERE s."id" = ? AND s."deskId" = ?${hiddenSql(sight, 's')}`;
  const known = await db.rows(sql, [sourceId, deskId, ...hiddenValues(deskId, sight)]);
  return known.length === 0 && (await listLeaning(db, { deskId, sourceId, sight })).length === 0;
}

const STEPS = ['merged', 'split', 'retracted', 'unretracted'] as const;
/** The newest steps a page shows. */
const STEPS_MAX = 30;

/** What happened to the source and to what was ever merged into it, as the audit trail has it, newest first. At most 30 steps. */
export async function listSourceSteps(
  db: Database,
  { deskId, sourceId }: { readonly deskId: string; readonly sourceId: string },
): Promise<readonly SourceStep[]> {
  const types = STEPS.map((step) => `source.${step}`);
  const members = await db.read.source.findMany({ where: { deskId, canonicalId: sourceId }, select: { id: true } });
  const rows = await db.read.auditEvent.findMany({
    where: {
      deskId,
      type: { in: types },
      OR: [{ subjectId: { in: [sourceId, ...members.map(({ id }) => id)] } }, { data: { contains: `"otherId":"${sourceId}"` } }],
    },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    take: STEPS_MAX,
  });
  const subjects = await db.read.source.findMany({
    where: { deskId, id: { in: rows.map(({ subjectId }) => subjectId) } },
    select: { id: true, name: true },
  });
  const names = new Map(subjects.map(({ id, name }) => [id, name]));
  const people = await findPeople(
    db.read,
    rows.flatMap(({ actorId }) => (actorId === null ? [] : [actorId])),
  );
  return rows.map(({ id, type, subjectId, actorId, at, data }) => {
    const { name, otherName, reason } = JSON.parse(data) as { name?: string; otherName?: string; reason?: string };
    return {
      id,
      what: type.slice('source.'.length) as SourceStep['what'],
      name: name ?? names.get(subjectId) ?? '',
      other: otherName ?? null,
      reason: reason ?? '',
      by: nameOf(people, actorId ?? ''),
      at,
    };
  });
}
