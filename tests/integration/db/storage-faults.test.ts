import Sqlite from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Database } from '@/lib/db/database';
import { write } from '@/lib/db/write';
import { newId } from '@/lib/kernel/ids';
import { verifyDatabase } from '@/lib/verify/data';
import { useDatabase } from '../use-database';

const createdAt = new Date('2026-03-01T09:00:00.000Z');

/** One desk whose name takes `bytes` bytes, and its audit event. */
function writeDesk(db: Database, bytes = 10) {
  return write({ db, actor: null }, async (tx) => {
    const id = newId();
    await tx.desk.create({ data: { id, name: 'n'.repeat(bytes), createdAt }, select: { id: true } });
    return { value: id, events: [{ type: 'desk.created', subjectId: id, data: {} }] };
  });
}

/** Lets the file grow by `pages` pages at most from now on, as a full disk would. Undone by `null`. */
async function limitFile(db: Database, pages: number | null): Promise<void> {
  const [{ page_count: now }] = (await db.rows<{ page_count: number }>('PRAGMA page_count', [])) as [{ page_count: number }];
  await db.transact(async (_tx, direct) => {
    direct.rows(`PRAGMA max_page_count = ${pages === null ? 4_294_967_294 : now + pages}`, []);
  });
}

describe('a full disk', () => {
  it('refuses the write with STORAGE, keeps everything from before, and takes writes again once there is room', async () => {
    const { db } = await useDatabase();
    const acknowledged: string[] = [];
    await limitFile(db, 3);
    let refusal: unknown = null;
    for (let round = 0; round < 100 && refusal === null; round += 1) {
      const result = await writeDesk(db, 2000);
      if (result.ok) acknowledged.push(result.value);
      else refusal = result.error;
    }
    expect(refusal).toMatchObject({ code: 'STORAGE', message: expect.stringContaining('disk is full') });
    expect(acknowledged.length).toBeGreaterThan(0);
    expect(await writeDesk(db, 20_000)).toMatchObject({ ok: false, error: { code: 'STORAGE' } });

    await limitFile(db, null);
    const after = await writeDesk(db, 20_000);
    expect(after).toMatchObject({ ok: true });
    if (after.ok) acknowledged.push(after.value);
    const kept = await db.read.desk.findMany({ select: { id: true } });
    expect(kept.map(({ id }) => id).sort()).toEqual(acknowledged.sort());
    expect(await db.read.auditEvent.count()).toBe(acknowledged.length);
    expect((await verifyDatabase(db)).problems).toEqual([]);
  });

  it('refuses a write whose rows fit but whose audit event does not, whole', async () => {
    const { db } = await useDatabase();
    await limitFile(db, 2);
    const result = await write({ db, actor: null }, async (tx) => {
      await tx.desk.create({ data: { id: newId(), name: 'small', createdAt } });
      return { value: null, events: [{ type: 'desk.created', subjectId: 'x', data: { long: 'x'.repeat(50_000) } }] };
    });
    expect(result).toMatchObject({ ok: false, error: { code: 'STORAGE' } });
    expect(await db.read.desk.count()).toBe(0);
    await limitFile(db, null);
    expect(await writeDesk(db)).toMatchObject({ ok: true });
  });
});

describe('a database held by another process', () => {
  it('refuses the write with STORAGE when the lock is not given back in time, and takes writes again afterwards', async () => {
    const { db, file } = await useDatabase();
    const before = await writeDesk(db);
    const other = new Sqlite(file);
    onTestFinished(() => void other.close());
    other.exec('BEGIN IMMEDIATE');
    const refused = await writeDesk(db);
    expect(refused).toMatchObject({ ok: false, error: { code: 'STORAGE', message: expect.stringContaining('busy') } });
    expect(await db.read.desk.count(), 'reads go on').toBe(1);
    other.exec('COMMIT');
    const after = [await writeDesk(db), await writeDesk(db)];
    expect([before, ...after].map((result) => result.ok)).toEqual([true, true, true]);
    expect(await db.read.desk.count()).toBe(3);
  });
});

describe('a transaction that fails at its very end', () => {
  it('lets go of the database, for other processes and for the writes behind it', async () => {
    const { db, file } = await useDatabase();
    const session = { id: newId(), userId: 'nobody', deskId: 'nowhere', createdAt, expiresAt: createdAt };
    const failing = write({ db, actor: null }, async (tx) => {
      // SQLite then looks for the missing account at COMMIT only, and leaves the transaction open.
      await tx.$executeRawUnsafe('PRAGMA defer_foreign_keys = ON');
      await tx.session.create({ data: session });
      return { value: null, events: [] };
    });
    await expect(failing).rejects.toThrow(/foreign ?key/i);
    const other = new Sqlite(file, { timeout: 0 });
    onTestFinished(() => void other.close());
    other.exec('BEGIN IMMEDIATE; ROLLBACK');
    expect([await writeDesk(db), await writeDesk(db)].map((result) => result.ok)).toEqual([true, true]);
    expect([await db.read.session.count(), await db.read.desk.count()]).toEqual([0, 2]);
  });
});
