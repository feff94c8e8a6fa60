import { describe, expect, it } from 'vitest';
import type { Direct } from '@/lib/db/direct';
import { SqliteAdapter } from '@/lib/db/sqlite-adapter';
import { newId } from '@/lib/kernel/ids';
import { useDatabase } from '../use-database';

/** What STACK asks for and https://sqlite.org/pragma.html answers when it is so. */
const EXPECTED = {
  journal_mode: 'wal',
  synchronous: 2,
  timeout: 5000,
  foreign_keys: 1,
  trusted_schema: 0,
  secure_delete: 1,
  recursive_triggers: 1,
};
const PRAGMAS = ['journal_mode', 'synchronous', 'busy_timeout', 'foreign_keys', 'trusted_schema', 'secure_delete', 'recursive_triggers'];

function merge(rows: readonly object[]): Record<string, unknown> {
  return Object.assign({}, ...rows);
}

describe('pragmas', () => {
  it('are what they were set to on the writing connection', async () => {
    const { db } = await useDatabase();
    const read = (direct: Direct) => merge(PRAGMAS.flatMap((name) => direct.rows<object>(`PRAGMA ${name}`, [])));
    expect(await db.transact(async (_tx, direct) => read(direct))).toEqual(EXPECTED);
    expect(await db.transact(async (_tx, direct) => direct.rows('PRAGMA query_only', []))).toEqual([{ query_only: 0 }]);
  });

  it('are what they were set to on the reading connection, which is held to reading', async () => {
    const { db } = await useDatabase();
    const rows = await Promise.all([...PRAGMAS, 'query_only'].map((name) => db.rows<object>(`PRAGMA ${name}`, [])));
    expect(merge(rows.flat())).toEqual({ ...EXPECTED, query_only: 1 });
  });

  it('stay as they are after a transaction and after one that was rolled back', async () => {
    const { db } = await useDatabase();
    await expect(db.transact(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
    await db.transact((tx) => tx.desk.count());
    const rows = await db.transact(async (_tx, direct) => PRAGMAS.flatMap((name) => direct.rows<object>(`PRAGMA ${name}`, [])));
    expect(merge(rows)).toEqual(EXPECTED);
  });

  it('stop the opening of a database that does not take one', async () => {
    // A database in memory has no write-ahead log.
    await expect(new SqliteAdapter(':memory:', 'write').connect()).rejects.toThrow(
      'SQLite did not take journal_mode = wal; it answers memory.',
    );
  });
});

describe('the reading connection', () => {
  const createdAt = new Date();

  it('cannot write through Prisma, whatever its type says', async () => {
    const { db } = await useDatabase();
    await expect(db.read.desk.create({ data: { id: newId(), name: 'D', createdAt } })).rejects.toThrow(/readonly/i);
    await expect(db.read.desk.deleteMany()).rejects.toThrow(/readonly/i);
    await expect(db.read.$queryRawUnsafe(`INSERT INTO "Desk" VALUES ('a', 'b', 'c') RETURNING id`)).rejects.toThrow(/readonly/i);
    expect(await db.read.desk.count()).toBe(0);
  });

  it('cannot write through plain statements', async () => {
    const { db } = await useDatabase();
    await expect(db.rows(`INSERT INTO "Desk" VALUES ('a', 'b', 'c') RETURNING id`, [])).rejects.toThrow(/readonly/i);
    expect(await db.read.desk.count()).toBe(0);
  });
});
