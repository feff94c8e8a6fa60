import 'server-only';
import { type Sight, seenSql } from '@/lib/assignments/sight';
import type { Database } from '@/lib/db/database';
import { inBatches } from '../batches';
import type { Claim } from '../claim';
import { claimSelect, toClaims } from '../data';
import type { ClaimChanges, Gone } from './claim-changes';

/**
 * The place of the newest audit event: goes up with every write of any process, and is kept with the database. (The row ids of
 * a table that nothing is ever removed from; a VACUUM numbers them anew in the same order.)
 */
export async function findSeq(db: Pick<Database, 'rows'>): Promise<number> {
  const [row] = await db.rows<{ seq: number | null }>('SELECT MAX(rowid) AS "seq" FROM "AuditEvent"', []);
  return row?.seq ?? 0;
}

/** Whether a session ended, or an account changed, after `since`. */
export async function hasAccountChange(db: Pick<Database, 'rows'>, since: number): Promise<boolean> {
  const sql = `SELECT 1 FROM "AuditEvent" WHERE rowid > ? AND ("type" = 'session.closed' OR "type" LIKE 'user.%') LIMIT 1`;
  return (await db.rows(sql, [since])).length > 0;
}

type Scope = { readonly deskId: string; readonly articleId: string; readonly sight: Sight };

/** More changed claims than this are not listed: reading the article's again is less work for everybody. */
export const CHANGES_MAX = 500;
/** And so many events of the desk are not looked through. */
const EVENTS_MAX = 50_000;

/**
 * What of an article, as far as the person sees it, is different since `since`, up to `until`: the claims written to, those whose source is another or has
 * another name, those that bear on one that went or came back. Null when that is too much to list, or `since` is of
 * a database that is not this one any more (an older copy was put in its place).
 */
export async function listChanges(
  db: Database,
  { deskId, articleId, sight }: Scope,
  { since, until }: { readonly since: number; readonly until: number },
): Promise<ClaimChanges | null> {
  if (since > until || until - since > EVENTS_MAX) return null;
  const seen = seenSql(sight, '"Claim"');
  const values = [since, until, articleId, deskId, ...seen.values, CHANGES_MAX + 1];
  const rows = await db.rows<{ id: string }>(changedSql(seen.sql), values);
  return rows.length > CHANGES_MAX
    ? null
    : readNow(
        db,
        rows.map(({ id }) => id),
      );
}

const changedSql = (seen: string) => `
  WITH "e" AS (SELECT "subjectId", "type" FROM "AuditEvent" WHERE rowid > ? AND rowid <= ?),
       "s" AS (SELECT "id" FROM "Source" WHERE "id" IN (SELECT "subjectId" FROM "e" WHERE "type" LIKE 'source.%')
               UNION SELECT "id" FROM "Source" WHERE "canonicalId" IN (SELECT "subjectId" FROM "e" WHERE "type" LIKE 'source.%'))
  SELECT "id" FROM "Claim" WHERE "id" IN (
    SELECT "subjectId" FROM "e" WHERE "type" LIKE 'claim.%'
    UNION SELECT "id" FROM "Claim" WHERE "sourceId" IN (SELECT "id" FROM "s")
    UNION SELECT "claimId" FROM "ClaimLink" WHERE "sourceId" IN (SELECT "id" FROM "s")
    UNION SELECT "fromId" FROM "ClaimRelation" WHERE "toId" IN (SELECT "subjectId" FROM "e" WHERE "type" IN ('claim.deleted', 'claim.restored'))
  ) AND "articleId" = ? AND "deskId" = ?${seen} LIMIT ?`;

async function readNow(db: Database, ids: readonly string[]): Promise<ClaimChanges> {
  const claims: Claim[] = [];
  const gone: Gone[] = [];
  for (const some of inBatches(ids)) {
    const rows = await db.read.claim.findMany({ where: { id: { in: [...some] } }, select: claimSelect });
    claims.push(
      ...(await toClaims(
        db.read,
        rows.filter(({ deletedAt }) => deletedAt === null),
      )),
    );
    gone.push(...rows.filter(({ deletedAt }) => deletedAt !== null).map(({ id, version }) => ({ id, version })));
  }
  return { claims, gone };
}
