import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Database } from '@/lib/db/database';
import { PrismaClient } from '@/lib/db/generated/client';
import { SqliteAdapter } from '@/lib/db/sqlite-adapter';
import { refuse, write } from '@/lib/db/write';
import { appError } from '@/lib/kernel/app-error';
import { newId } from '@/lib/kernel/ids';
import { useDatabase } from '../use-database';

const createdAt = new Date('2026-03-01T09:00:00.000Z');

/** A promise and the function that keeps it, so that a test decides the order of two requests. */
function makeSignal() {
  let give = () => {};
  const given = new Promise<void>((resolve) => {
    give = resolve;
  });
  return { give, given };
}

describe('the bare adapter (@prisma/adapter-better-sqlite3 7.10)', () => {
  // When this test fails, upstream has mended its transactions: read docs/decisions/0003-write-gate.md again.
  it('loses an acknowledged write of one request when another request rolls back', async () => {
    const { db, file } = await useDatabase();
    await db.close();
    const bare = new PrismaClient({ adapter: new PrismaBetterSqlite3({ url: `file:${file}` }) });
    onTestFinished(() => bare.$disconnect());
    const [opened, acknowledged] = [makeSignal(), makeSignal()];
    const [a, b] = [newId(), newId()];

    const requestA = bare.$transaction(async (tx) => {
      await tx.desk.create({ data: { id: a, name: 'A', createdAt } });
      opened.give();
      await acknowledged.given;
      throw new Error('A changes its mind');
    });
    await opened.given;
    const seenByB = await bare.desk.count();
    const answer = await bare.desk.create({ data: { id: b, name: 'B', createdAt } });
    acknowledged.give();
    await expect(requestA).rejects.toThrow('A changes its mind');

    expect(answer.id).toBe(b);
    expect(seenByB, 'B reads what A has not committed').toBe(1);
    expect(await bare.desk.findUnique({ where: { id: b } }), 'the acknowledged row is gone').toBeNull();
  });
});

describe('the write gate', () => {
  it('keeps an acknowledged write when another request rolls back', async () => {
    const { db } = await useDatabase();
    const [opened, proceed] = [makeSignal(), makeSignal()];
    const [a, b] = [newId(), newId()];

    const requestA = write({ db, actor: null }, async (tx) => {
      await tx.desk.create({ data: { id: a, name: 'A', createdAt } });
      opened.give();
      await proceed.given;
      return refuse(appError('INVALID', 'A changes its mind'));
    });
    await opened.given;
    const requestB = write({ db, actor: null }, async (tx) => ({
      value: await tx.desk.create({ data: { id: b, name: 'B', createdAt } }),
      events: [],
    }));
    expect(await db.read.desk.count(), 'a reader does not see what A has not committed').toBe(0);
    proceed.give();

    expect(await requestA).toMatchObject({ ok: false, error: { code: 'INVALID' } });
    expect(await requestB).toMatchObject({ ok: true, value: { id: b } });
    expect(await db.read.desk.findMany({ select: { id: true } })).toEqual([{ id: b }]);
  });

  it('lets one write in at a time, in the order they came', async () => {
    const { db } = await useDatabase();
    const steps: string[] = [];
    const step = (name: string) =>
      db.transact(async (tx) => {
        steps.push(`${name} begins`);
        await tx.desk.count();
        await new Promise((resolve) => setTimeout(resolve, 5));
        steps.push(`${name} ends`);
      });
    await Promise.all(['1', '2', '3'].map(step));
    expect(steps).toEqual(['1 begins', '1 ends', '2 begins', '2 ends', '3 begins', '3 ends']);
  });

  it('shows a committed write to the very next read', async () => {
    const { db } = await useDatabase();
    for (let round = 1; round <= 50; round += 1) {
      await db.transact((tx) => tx.desk.create({ data: { id: newId(), name: 'D', createdAt } }));
      expect(await db.read.desk.count()).toBe(round);
    }
  });

  it('holds the write lock from the first statement on: another connection is told the database is busy', async () => {
    const { db, file } = await useDatabase();
    const { default: Sqlite } = await import('better-sqlite3');
    const other = new Sqlite(file, { timeout: 0 });
    onTestFinished(() => void other.close());
    await db.transact(async () => {
      // Nothing has been written or read yet: a plain BEGIN would not have taken the lock.
      expect(() => other.exec('BEGIN IMMEDIATE')).toThrow(expect.objectContaining({ code: 'SQLITE_BUSY' }));
    });
    other.exec('BEGIN IMMEDIATE; ROLLBACK');
  });

  it('refuses plain statements once their transaction has ended, instead of writing outside one', async () => {
    const { db } = await useDatabase();
    const kept = await db.transact(async (_tx, direct) => direct);
    const row = { id: newId(), deskId: null, actorId: null, at: createdAt, type: 'late.event', subjectId: 'x', data: '{}', hash: '' };
    expect(() => kept.insert('AuditEvent', row)).toThrow('Broken rule');
    expect(await db.read.auditEvent.count()).toBe(0);
  });

  it('stores times by plain statements exactly as Prisma does', async () => {
    const { db } = await useDatabase();
    const at = new Date('2026-03-01T09:00:00.007Z');
    const [plain, prisma] = [newId(), newId()];
    await db.transact(async (tx, direct) => {
      direct.insert('AuditEvent', { id: plain, deskId: null, actorId: null, at, type: 'a.b', subjectId: 's', data: '{}', hash: '' });
      await tx.auditEvent.create({ data: { id: prisma, deskId: null, actorId: null, at, type: 'a.b', subjectId: 's', data: '{}' } });
    });
    expect(await db.rows<{ at: string }>('SELECT DISTINCT "at" FROM "AuditEvent"', [])).toEqual([{ at: '2026-03-01T09:00:00.007+00:00' }]);
    expect(await db.read.auditEvent.findMany({ where: { at }, select: { at: true } })).toEqual([{ at }, { at }]);
  });
});

describe('writes that wait at the gate', () => {
  const desk = (name: string) => ({ id: newId(), name, createdAt });

  // A group closes after some milliseconds: on a machine that is busy with something else one of them may take all of those.
  it('are committed together, and none is answered before', { retry: 5 }, async () => {
    const { db } = await useDatabase();
    const seen: number[] = [];
    const one = (name: string) =>
      db
        .transact((tx) => tx.desk.create({ data: desk(name) }))
        .then(async () => {
          seen.push(await db.read.desk.count());
        });
    await Promise.all(['1', '2', '3', '4', '5'].map(one));
    expect(seen, 'each of the five finds all five committed').toEqual([5, 5, 5, 5, 5]);
  });

  it('take back only themselves when they refuse', async () => {
    const { db } = await useDatabase();
    const one = (name: string) =>
      db.transact(async (tx) => {
        await tx.desk.create({ data: desk(name) });
        if (name === 'no') throw new Error('refused');
        return name;
      });
    const results = await Promise.allSettled(['a', 'no', 'b', 'no', 'c'].map(one));
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'rejected', 'fulfilled']);
    expect((await db.read.desk.findMany({ orderBy: { name: 'asc' } })).map(({ name }) => name)).toEqual(['a', 'b', 'c']);
  });

  it('are all told when their COMMIT fails, and nothing of them stays', { retry: 5 }, async () => {
    const { db } = await useDatabase();
    const dangling = db.transact(async (tx) => {
      await tx.$executeRawUnsafe('PRAGMA defer_foreign_keys = ON');
      await tx.session.create({ data: { id: newId(), userId: 'nobody', deskId: 'nowhere', createdAt, expiresAt: createdAt } });
    });
    const sound = db.transact((tx) => tx.desk.create({ data: desk('with it') }));
    expect((await Promise.allSettled([dangling, sound])).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(await db.read.desk.count()).toBe(0);
    await db.transact((tx) => tx.desk.create({ data: desk('after it') }));
    expect(await db.read.desk.count()).toBe(1);
  });
});

describe('a write that fails', () => {
  const attempt = (db: Database, fail: () => never) =>
    write({ db, actor: null }, async (tx) => {
      const id = newId();
      await tx.desk.create({ data: { id, name: 'Lost', createdAt } });
      return fail() ?? { value: id, events: [{ type: 'desk.created', subjectId: id, data: {} }] };
    });

  it('leaves nothing behind when it refuses', async () => {
    const { db } = await useDatabase();
    expect(await attempt(db, () => refuse(appError('FOUR_EYES')))).toMatchObject({ ok: false, error: { code: 'FOUR_EYES' } });
    expect([await db.read.desk.count(), await db.read.auditEvent.count()]).toEqual([0, 0]);
  });

  it('leaves nothing behind when it meets a bug, and throws the bug on', async () => {
    const { db } = await useDatabase();
    const fail = () => {
      throw new TypeError('undefined is not a claim');
    };
    await expect(attempt(db, fail)).rejects.toThrow('undefined is not a claim');
    expect([await db.read.desk.count(), await db.read.auditEvent.count()]).toEqual([0, 0]);
  });

  it('leaves nothing behind when its audit event cannot be written', async () => {
    const { db } = await useDatabase();
    const circular: Record<string, unknown> = {};
    circular.itself = circular;
    const broken = write({ db, actor: null }, async (tx) => {
      await tx.desk.create({ data: { id: newId(), name: 'Lost', createdAt } });
      return { value: null, events: [{ type: 'desk.created', subjectId: 'x', data: circular }] };
    });
    await expect(broken).rejects.toThrow();
    expect(await db.read.desk.count()).toBe(0);
  });

  it('does not stop the writes behind it', async () => {
    const { db } = await useDatabase();
    const fail = () => {
      throw new Error('a bug');
    };
    const results = await Promise.allSettled([
      attempt(db, fail),
      write({ db, actor: null }, async () => ({ value: 'through', events: [] })),
    ]);
    expect(results).toMatchObject([{ status: 'rejected' }, { status: 'fulfilled', value: { ok: true, value: 'through' } }]);
  });
});

describe('the reading connection', () => {
  /** More ids than SQLite binds in one statement, so that Prisma reads in pieces, inside a transaction of its own making. */
  const tooMany = (id: string) => [id, ...Array.from({ length: 40_000 }, (_, index) => `none-${index}`)];

  it('reads a list of any length', async () => {
    const { db } = await useDatabase();
    const id = newId();
    await db.transact((tx) => tx.desk.create({ data: { id, name: 'D', createdAt } }));
    for (const ids of [tooMany(id), tooMany(id).slice(0, 1200)]) {
      expect(await db.read.desk.findMany({ where: { id: { in: ids } }, select: { id: true } })).toEqual([{ id }]);
    }
  });

  it('holds nobody to the moment at which a long read began: the transaction Prisma opens around it is none', async () => {
    const { db, file } = await useDatabase();
    const adapter = await new SqliteAdapter(file, 'read').connect();
    onTestFinished(() => adapter.dispose());
    const count = async () => (await adapter.queryRaw({ sql: 'SELECT COUNT(*) FROM "Desk"', args: [], argTypes: [] })).rows[0]?.[0];
    const piece = await adapter.startTransaction();
    expect(await count()).toBe(0);
    await db.transact((tx) => tx.desk.create({ data: { id: newId(), name: 'D', createdAt } }));
    expect(await count(), 'in the middle of the long read').toBe(1);
    await piece.executeRaw({ sql: 'COMMIT', args: [], argTypes: [] });
    await piece.commit();
    expect(await count()).toBe(1);
  });
});
