import 'server-only';
import { type Sight, seenSql } from '@/lib/assignments/sight';
import type { Database } from '@/lib/db/database';
import type { KnownName } from './redact';

/**
 * Every name that the desk knows of the people who are sources of an article's claims, in whatever state: their own, their
 * aliases, those of sources merged into them, by the id of the one that stands for all; and the names of everybody on the desk,
 * as notes name colleagues too. For taking them out of what is written.
 */
export async function listPersonNames(
  db: Database,
  { deskId, articleId, sight }: { readonly deskId: string; readonly articleId: string; readonly sight: Sight },
): Promise<readonly KnownName[]> {
  const seen = seenSql(sight);
  const claims = [articleId, deskId, ...seen.values];
  return db.rows<KnownName>(
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
     SELECT "id", "name", 0 AS "alias", 'source' AS "whose" FROM same
     UNION SELECT m."id", a."name", 1, 'source' FROM same m JOIN "SourceAlias" a ON a."sourceId" = m."sourceId"
     UNION SELECT u."id", u."name", 0, 'desk' FROM "Membership" d JOIN "User" u ON u."id" = d."userId" WHERE d."deskId" = ?
     ORDER BY 1, 2`,
    [...claims, ...claims, deskId],
  );
}
