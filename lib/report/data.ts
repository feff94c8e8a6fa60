import 'server-only';
import { type Sight, seenSql } from '@/lib/assignments/sight';
import type { Database } from '@/lib/db/database';
import type { KnownName } from './redact';

/**
 * The names that people of the desk may have written about an article. Of those who are sources of its claims, in whatever state: their
 * own, their aliases, those of sources merged into them, by the id of the one that stands for all. And of everybody on the desk, since a
 * published report does not say who returned a claim; of who had no hand in these claims the last name alone may be anybody's (alias 1).
 * For taking them out of what is written.
 */
export async function listKnownNames(
  db: Database,
  { deskId, articleId, sight }: { readonly deskId: string; readonly articleId: string; readonly sight: Sight },
): Promise<readonly KnownName[]> {
  const seen = seenSql(sight);
  const claims = [articleId, deskId, ...seen.values];
  const members = await db.rows<KnownName>(
    `WITH
       written AS (SELECT c."id", c."createdById", c."lastEditedById" FROM "Claim" c WHERE c."articleId" = ? AND c."deskId" = ?${seen.sql}),
       part("id") AS (
         SELECT "createdById" FROM written UNION SELECT "lastEditedById" FROM written
         UNION SELECT t."actorId" FROM "Transition" t JOIN written w ON w."id" = t."claimId"
       )
     SELECT u."id", u."name", u."id" NOT IN (SELECT "id" FROM part) AS "alias", 'desk' AS "of"
     FROM "Membership" m JOIN "User" u ON u."id" = m."userId" WHERE m."deskId" = ? ORDER BY 1`,
    [...claims, deskId],
  );
  const persons = await db.rows<KnownName>(
    `WITH
       named("sourceId") AS (
         SELECT c."sourceId" FROM "Claim" c WHERE c."articleId" = ? AND c."deskId" = ?${seen.sql}
         UNION
         SELECT l."sourceId" FROM "ClaimLink" l JOIN "Claim" c ON c."id" = l."claimId" WHERE c."articleId" = ? AND c."deskId" = ?${seen.sql}
       ),
       person("id") AS (
         SELECT DISTINCT k."id" FROM named n JOIN "Source" s ON s."id" = n."sourceId"
         JOIN "Source" k ON k."id" = COALESCE(s."canonicalId", s."id") WHERE k."kind" = 'person'
       ),
       same("id", "sourceId", "name") AS (
         SELECT p."id", s."id", s."name" FROM person p JOIN "Source" s ON s."id" = p."id" OR s."canonicalId" = p."id"
       )
     SELECT "id", "name", 0 AS "alias" FROM same
     UNION SELECT m."id", a."name", 1 FROM same m JOIN "SourceAlias" a ON a."sourceId" = m."sourceId"
     ORDER BY 1, 2`,
    [...claims, ...claims],
  );
  return [...persons, ...members];
}
