import Sqlite from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { checkAuditChain } from '@/lib/verify/audit-chain/data';
import { createTestClaim } from '../../factories/claims';
import { useDesk } from '../use-database';

/** What somebody with the file and no scruples can do: the triggers are theirs to drop. */
async function useTampered(tamper: (file: Sqlite.Database) => void) {
  const { db, desk, article } = await useDesk();
  for (let count = 0; count < 3; count += 1) await createTestClaim(db, desk.checker, article);
  const before = await checkAuditChain(db, null);
  const [file] = await db.rows<{ file: string }>('SELECT "file" FROM pragma_database_list WHERE "name" = \'main\'', []);
  const sqlite = new Sqlite(file?.file ?? '');
  sqlite.exec('DROP TRIGGER "AuditEvent_no_update"; DROP TRIGGER "AuditEvent_no_delete"');
  tamper(sqlite);
  sqlite.close();
  return { before, after: await checkAuditChain(db, before.head) };
}

const THIRD = '(SELECT rowid FROM "AuditEvent" ORDER BY rowid LIMIT 1 OFFSET 2)';

describe('the audit trail', () => {
  it('follows from its beginning to its last event, which every write moves on', async () => {
    const { db, desk, article } = await useDesk();
    const first = await checkAuditChain(db, null);
    expect(first.problems).toEqual([]);
    expect(first.head).toMatch(/^[0-9a-f]{64}$/);
    await createTestClaim(db, desk.checker, article);
    const second = await checkAuditChain(db, first.head);
    expect(second.problems).toEqual([]);
    expect(second.events).toBeGreaterThan(first.events);
    expect(second.head).not.toBe(first.head);
  });

  it('follows where many write at once', async () => {
    const { db, desk, article } = await useDesk();
    await Promise.all(Array.from({ length: 40 }, () => createTestClaim(db, desk.checker, article)));
    expect((await checkAuditChain(db, null)).problems).toEqual([]);
  });

  it.each([
    ['what an event says', `UPDATE "AuditEvent" SET "data" = '{}' WHERE rowid = ${THIRD}`],
    ['who did it', `UPDATE "AuditEvent" SET "actorId" = 'somebody' WHERE rowid = ${THIRD}`],
    ['when', `UPDATE "AuditEvent" SET "at" = '2020-01-01T00:00:00.000+00:00' WHERE rowid = ${THIRD}`],
    ['that there was an event', `DELETE FROM "AuditEvent" WHERE rowid = ${THIRD}`],
    ['its hash', `UPDATE "AuditEvent" SET "hash" = '' WHERE rowid = ${THIRD}`],
  ])('tells that somebody changed %s', async (_what, sql) => {
    const { before, after } = await useTampered((file) => file.exec(sql));
    expect(before.problems).toEqual([]);
    expect(after.problems.join(' ')).toMatch(/does not follow from those before it/);
  });

  it('tells that its end was cut off where the last hash was noted', async () => {
    const { before, after } = await useTampered((file) =>
      file.exec('DELETE FROM "AuditEvent" WHERE rowid = (SELECT MAX(rowid) FROM "AuditEvent")'),
    );
    expect(after.events).toBe(before.events - 1);
    expect(after.problems).toEqual([`The audit trail: the event with the hash ${before.head} is no longer in it.`]);
  });
});
