import 'server-only';
import { type Sight, seenSql } from '@/lib/assignments/sight';
import type { Database } from '@/lib/db/database';
import type { PersonCount } from './workload';

/** How many of the desk's claims wait for somebody, or for the editors, by whose they are: their maker's, or his to whom they were handed on. */
export async function countByPerson(
  db: Database,
  { deskId, sight }: { readonly deskId: string; readonly sight: Sight },
): Promise<readonly PersonCount[]> {
  const seen = seenSql(sight);
  return db.rows<PersonCount>(
    `SELECT COALESCE(p."heirId", c."createdById") AS "personId", c."state", COUNT(*) AS "claims"
     FROM "Claim" c LEFT JOIN "CheckPart" p ON p."articleId" = c."articleId" AND p."personId" = c."createdById"
     WHERE c."deskId" = ? AND c."state" IN ('draft', 'submitted', 'returned', 'reopened') AND c."deletedAt" IS NULL${seen.sql}
     GROUP BY 1, 2`,
    [deskId, ...seen.values],
  );
}
