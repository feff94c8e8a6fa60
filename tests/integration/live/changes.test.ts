import { describe, expect, it } from 'vitest';
import { SEES_ALL } from '@/lib/assignments/sight';
import { closeSession } from '@/lib/auth/session';
import { findSeq, hasAccountChange, listChanges } from '@/lib/claims/changes/data';
import { deleteClaim, editClaim, restoreClaim } from '@/lib/claims/mutations';
import { openDatabase } from '@/lib/db/database';
import { newId } from '@/lib/kernel/ids';
import { createTestArticle } from '../../factories/articles';
import { createTestClaim, toEditInput, toVersion, valueOf } from '../../factories/claims';
import { as } from '../../factories/people';
import { useDesk } from '../use-database';

async function useChanges() {
  const made = await useDesk();
  const { db, desk, article } = made;
  const scope = { deskId: desk.deskId, articleId: article.articleId };
  return {
    ...made,
    scope,
    make: (different = {}) => createTestClaim(db, desk.checker, article, different),
    since: async (seq: number, of = scope) => listChanges(db, { ...of, sight: SEES_ALL }, { since: seq, until: await findSeq(db) }),
  };
}

describe('what happened in an article', () => {
  it('is each claim once, as it now is, however often it was written to', async () => {
    const { db, desk, make, since } = await useChanges();
    const before = await findSeq(db);
    const claim = await make();
    await make();
    const edited = valueOf(await editClaim(as(db, desk.checker, 'claim.edit'), toEditInput(claim, { note: 'New.' })));
    const changes = await since(before);
    expect(changes?.claims).toHaveLength(2);
    expect(changes?.claims.find(({ id }) => id === claim.id)).toEqual(edited);
    expect(await since(await findSeq(db))).toEqual({ claims: [], gone: [] });
  });

  it('names what was deleted, and tells of it again when it is brought back', async () => {
    const { db, desk, make, since } = await useChanges();
    const claim = await make();
    const before = await findSeq(db);
    const gone = valueOf(await deleteClaim(as(db, desk.checker, 'claim.delete'), toVersion(claim)));
    expect(await since(before)).toEqual({ claims: [], gone: [gone] });
    const back = valueOf(await restoreClaim(as(db, desk.checker, 'claim.delete'), toVersion(gone)));
    expect(await since(before)).toEqual({ claims: [back], gone: [] });
  });

  it('is of that article and desk alone', async () => {
    const { db, desk, scope, make, since } = await useChanges();
    const other = await createTestArticle(db, desk.checker);
    const before = await findSeq(db);
    await make();
    expect(await since(before, { ...scope, articleId: other.articleId })).toEqual({ claims: [], gone: [] });
    expect(await since(before, { ...scope, deskId: newId() })).toEqual({ claims: [], gone: [] });
  });

  it('takes in the claims that bear on one that was deleted', async () => {
    const { db, desk, make, since } = await useChanges();
    const [one, other] = [await make(), await make()];
    const relations = [{ kind: 'tension' as const, claimId: other.id, note: '' }];
    await editClaim(as(db, desk.checker, 'claim.edit'), toEditInput(one, { details: { relations } }));
    const before = await findSeq(db);
    await deleteClaim(as(db, desk.checker, 'claim.delete'), toVersion(other));
    expect((await since(before))?.claims).toMatchObject([{ id: one.id, relations: [] }]);
  });

  it('is too much to list when many claims changed, or the place is of another database', async () => {
    const { db, scope, make, since } = await useChanges();
    await make();
    expect(await listChanges(db, { ...scope, sight: SEES_ALL }, { since: 0, until: 1_000_000 })).toBeNull();
    expect(await since(1_000_000)).toBeNull();
  });

  it('shows what another process wrote', async () => {
    const { db, file, desk, article, since } = await useChanges();
    const before = await findSeq(db);
    const another = openDatabase(file);
    const claim = await createTestClaim(another, desk.checker, article);
    await another.close();
    expect((await since(before))?.claims).toEqual([claim]);
  });
});

describe('a commit', () => {
  it('is told of when it is on the disk, and not when nothing was written', async () => {
    const { db, make } = await useChanges();
    const seen: Promise<number>[] = [];
    const stop = db.onCommit(() => seen.push(findSeq(db)));
    const before = await findSeq(db);
    await make();
    stop();
    await make();
    const places = await Promise.all(seen);
    expect(places).toHaveLength(1);
    expect(places[0]).toBeGreaterThan(before);
  });
});

it('a session that ends is an account change, a claim is none', async () => {
  const { db, desk, make } = await useChanges();
  const before = await findSeq(db);
  await make();
  expect(await hasAccountChange(db, before)).toBe(false);
  const id = newId();
  const at = new Date('2026-01-01T00:00:00.000Z');
  await db.transact(async (tx) => {
    await tx.session.create({ data: { id, userId: desk.checker.userId, deskId: desk.deskId, createdAt: at, expiresAt: at } });
  });
  await closeSession(db, id);
  expect(await hasAccountChange(db, before)).toBe(true);
});
