import 'server-only';
import { type Sight, seenSql } from '@/lib/assignments/sight';
import type { Database } from '@/lib/db/database';
import type { ExportChoice } from '../../choice';
import { holdsAddress } from '../../formats';

type Reader = Pick<Database, 'rows'>;

/** The last that may have changed an article's exports: when, and the place of its event in the audit trail; 0 where a time ran out without one. */
export type Change = { readonly at: Date; readonly event: number };

type Since = { readonly deskId: string; readonly sight: Sight; readonly since: Date; readonly now: Date };

/**
 * The articles of the desk whose export of this choice may be another since then, by their ids. Read from the audit trail, which has
 * every write, by what each is about: the article, its claims, its origin groups, the sources that its chains name, the
 * house; whether it is checked blind, as it is exported from when it is not; where the report is public and which names are taken
 * out, where the file holds the one and is without the other. Not: comments, desk notes, grades of sources. One event too
 * many costs a file written as it was, one too few would leave an old file. Time grows with the events since then.
 */
export async function listExportChanges(
  db: Reader,
  { deskId, sight, since, now }: Since,
  { format, choices }: Pick<ExportChoice, 'format' | 'choices'>,
): Promise<ReadonlyMap<string, Change>> {
  const seen = seenSql(sight);
  const isAddressed = Number(holdsAddress(format));
  const [people, sources] = (['people', 'sources'] as const).map((one) => Number(choices.withheld.includes(one)));
  const rows = await db.rows<{ readonly articleId: string; readonly at: string; readonly event: number }>(
    `WITH
       event AS (
         SELECT "type", "subjectId", MAX("at") AS "at", MAX(rowid) AS "event" FROM "AuditEvent"
         WHERE "at" >= ? AND ("deskId" = ? OR "deskId" IS NULL) GROUP BY "type", "subjectId"
       ),
       change AS (${[OF_ARTICLES, `${OF_CLAIMS}${seen.sql}`, OF_GROUPS, `${OF_SOURCES}${seen.sql}`, OF_DESK, RUN_OUT].join(' UNION ALL ')})
     SELECT "articleId", MAX("at") AS "at", MAX("event") AS "event" FROM change GROUP BY "articleId"`,
    [
      ...[since, deskId],
      ...[deskId, isAddressed],
      ...[deskId, ...seen.values],
      ...[deskId, JSON.stringify([...sight.limited.keys()])],
      ...[deskId, sources ?? 0, ...seen.values],
      ...[deskId, deskId, people ?? 0, deskId],
      ...[isAddressed, deskId, since, now],
    ],
  );
  return new Map(rows.map(({ articleId, at, event }) => [articleId, { at: new Date(at), event }]));
}

const OF_ARTICLES = `
  SELECT a."id" AS "articleId", e."at", e."event" FROM event e JOIN "Article" a ON a."id" = e."subjectId" AND a."deskId" = ?
  WHERE e."type" LIKE 'article.%' OR e."type" = 'assignment.saved' OR (? AND e."type" LIKE 'report.%')
    OR (e."type" IN ('assignment.ended', 'assignment.reopened', 'check.given_back', 'check.handed_in', 'check.handed_on')
      AND a."id" IN (SELECT "articleId" FROM "Assignment" WHERE "checkers" >= 2))`;

const OF_CLAIMS = `
  SELECT c."articleId", e."at", e."event" FROM event e JOIN "Claim" c ON c."id" = e."subjectId" AND c."deskId" = ?
  WHERE e."type" LIKE 'claim.%'`;

/** Of an article that is checked blind, whoever checks it sees none. */
const OF_GROUPS = `
  SELECT g."articleId", e."at", e."event" FROM event e JOIN "OriginGroup" g ON g."id" = e."subjectId" AND g."deskId" = ?
  WHERE g."articleId" NOT IN (SELECT "value" FROM json_each(?))`;

/** A tag's source stands with its claim, those of other links with them. Also those merged with the source, whose claims bear its name. */
const OF_SOURCES = `
  SELECT c."articleId", e."at", e."event" FROM event e JOIN "Source" s ON s."id" = e."subjectId"
  JOIN "Source" k ON k."id" = COALESCE(s."canonicalId", s."id") OR k."canonicalId" = COALESCE(s."canonicalId", s."id")
  JOIN "Claim" c ON c."deskId" = ? AND c."id" IN (
    SELECT "id" FROM "Claim" WHERE "sourceId" = k."id" UNION ALL SELECT "claimId" FROM "ClaimLink" WHERE "sourceId" = k."id"
  )
  WHERE (e."type" IN ('source.edited', 'source.merged', 'source.split', 'source.retracted', 'source.unretracted')
    OR (? AND e."type" LIKE 'source.alias%'))`;

/** A house has every article; the name of whoever is new may stand in a note of any. */
const OF_DESK = `
  SELECT a."id", e."at", e."event" FROM event e JOIN "Article" a ON a."deskId" = ?
  WHERE (e."type" = 'desk.house_saved' AND e."subjectId" = ?)
    OR (? AND e."type" = 'user.created' AND e."subjectId" IN (SELECT "userId" FROM "Membership" WHERE "deskId" = ?))`;

/** A link that has run out leads nowhere, and nobody wrote anything. */
const RUN_OUT = `
  SELECT "articleId", "expiresAt", 0 FROM "Publication" WHERE ? AND "deskId" = ? AND "expiresAt" BETWEEN ? AND ?`;

/** The place of the last event in the audit trail: what is read after this holds at least all up to there. */
export async function findLastEvent(db: Reader): Promise<number> {
  const [row] = await db.rows<{ readonly last: number | null }>('SELECT MAX(rowid) AS "last" FROM "AuditEvent"', []);
  return row?.last ?? 0;
}
