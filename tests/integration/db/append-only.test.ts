import { describe, expect, it } from 'vitest';
import type { Database } from '@/lib/db/database';
import type { SqlValue } from '@/lib/db/direct';
import { newId } from '@/lib/kernel/ids';
import { createTestArticle } from '../../factories/articles';
import { createTestClaim, createTestClaimIn } from '../../factories/claims';
import { createTestDesk } from '../../factories/people';
import { useDesk } from '../use-database';

/** Any statement at all, on the writing connection. */
function run(db: Database, sql: string, values: readonly SqlValue[] = []) {
  return db.transact(async (_tx, direct) => direct.rows(`${sql} RETURNING 1`, values));
}

/** Every column of a table's rows, to compare before and after. */
function contents(db: Database, table: string) {
  return db.rows<Record<string, unknown>>(`SELECT * FROM "${table}"`, []);
}

describe.each(['AuditEvent', 'Transition', 'Revision'] as const)('%s', (table) => {
  const textColumn = { AuditEvent: 'data', Transition: 'reason', Revision: 'text' }[table];

  it('refuses an update of any column, a deletion and a replacement, also in raw SQL', async () => {
    const { db, desk, article } = await useDesk();
    await createTestClaimIn(db, desk, article, 'returned');
    const before = await contents(db, table);
    const columns = Object.keys(before[0] ?? {});
    expect(columns.length).toBeGreaterThan(6);
    for (const column of columns)
      await expect(run(db, `UPDATE "${table}" SET "${column}" = "${column}"`), column).rejects.toThrow(/never changes/);
    await expect(run(db, `DELETE FROM "${table}"`)).rejects.toThrow(/never deleted/);
    const others = columns.filter((column) => column !== textColumn).map((column) => `"${column}"`);
    const replacement = `INSERT OR REPLACE INTO "${table}" (${others}, "${textColumn}") SELECT ${others}, 'rewritten' FROM "${table}"`;
    await expect(run(db, replacement)).rejects.toThrow(/never deleted/);
    expect(await contents(db, table)).toEqual(before);
  });

  it('refuses them through Prisma too', async () => {
    const { db, desk, article } = await useDesk();
    await createTestClaimIn(db, desk, article, 'returned');
    const before = await contents(db, table);
    const clients = { AuditEvent: 'auditEvent', Transition: 'transition', Revision: 'revision' } as const;
    await expect(db.transact((tx) => (tx[clients[table]] as typeof tx.auditEvent).deleteMany())).rejects.toThrow();
    await expect(db.transact((tx) => (tx[clients[table]] as typeof tx.auditEvent).updateMany({ data: { id: newId() } }))).rejects.toThrow();
    expect(await contents(db, table)).toEqual(before);
  });
});

describe('a claim', () => {
  it('is marked as deleted and never removed', async () => {
    const { db, desk, article } = await useDesk();
    await createTestClaim(db, desk.checker, article);
    await expect(run(db, 'DELETE FROM "Claim"')).rejects.toThrow('A claim is marked as deleted, never removed.');
  });

  it('keeps its id, desk, article, revision, number and maker', async () => {
    const { db, desk, article } = await useDesk();
    await createTestClaim(db, desk.checker, article);
    for (const column of ['id', 'deskId', 'articleId', 'revisionId', 'number', 'createdById', 'createdAt']) {
      const other = column === 'number' ? 77 : 'other';
      await expect(run(db, `UPDATE "Claim" SET "${column}" = ?`, [other]), column).rejects.toThrow('A claim keeps its desk');
    }
  });

  it('cannot be given another desk’s source, nor be written on another desk’s article', async () => {
    const { db, desk, article } = await useDesk();
    const other = await createTestDesk(db, 'Other');
    const theirs = await createTestArticle(db, other.checker);
    const claim = await createTestClaim(db, desk.checker, article);
    const foreign = await createTestClaim(db, other.checker, theirs);
    await expect(run(db, 'UPDATE "Claim" SET "sourceId" = ? WHERE "id" = ?', [foreign.source?.id ?? '', claim.id])).rejects.toThrow(
      'belong to one desk',
    );
    const row = await db.read.claim.findUniqueOrThrow({ where: { id: claim.id } });
    const strayed = { ...row, id: newId(), number: 99, sourceId: null };
    const insert = (different: Partial<typeof row>) =>
      db.transact(async (_tx, direct) => direct.insert('Claim', { ...strayed, ...different }));
    await expect(insert({ articleId: theirs.articleId, revisionId: theirs.revisionId })).rejects.toThrow('belong to one desk');
    await expect(insert({ revisionId: theirs.revisionId })).rejects.toThrow('belong to one desk');
    await expect(insert({ sourceId: foreign.source?.id ?? '' })).rejects.toThrow('belong to one desk');
    await insert({});
  });
});

describe('an article', () => {
  it('keeps its desk and its beginnings', async () => {
    const { db } = await useDesk();
    await expect(run(db, 'UPDATE "Article" SET "deskId" = ?', ['other'])).rejects.toThrow('An article keeps its desk and its beginnings.');
  });
});
