import { describe, expect, it } from 'vitest';
import { findSight } from '@/lib/assignments/data';
import { SEES_ALL } from '@/lib/assignments/sight';
import { closeSession } from '@/lib/auth/session';
import { findSeq, hasAccountChange, listChanges } from '@/lib/claims/changes/data';
import { deleteClaim, editClaim, restoreClaim } from '@/lib/claims/mutations';
import { listTalked } from '@/lib/comments/data';
import { resolveThread } from '@/lib/comments/mutations';
import { openDatabase } from '@/lib/db/database';
import { newId } from '@/lib/kernel/ids';
import { toViewer } from '@/lib/permissions/viewer';
import { createTestArticle } from '../../factories/articles';
import { assignBlind } from '../../factories/assignments';
import { createTestClaim, toEditInput, toVersion, valueOf } from '../../factories/claims';
import { say, toCommentVersion } from '../../factories/comments';
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

describe('what was said in an article', () => {
  it('names each claim once that something was said about since, whatever it was', async () => {
    const { db, desk, make, scope } = await useChanges();
    const [one, other] = [await make(), await make()];
    const since = await findSeq(db);
    const talked = async (from: number) => listTalked(db, { ...scope, sight: SEES_ALL }, { since: from, until: await findSeq(db) });
    const said = valueOf(await say(db, desk.editor, one, 'Who says so?'));
    valueOf(await say(db, desk.checker, one, 'The mayor.', { threadId: said.id }));
    expect(await talked(since)).toEqual([one.id]);
    const settled = await findSeq(db);
    valueOf(await resolveThread(as(db, desk.editor, 'comment.resolve'), { ...toCommentVersion(said), resolved: true }));
    expect(await talked(settled)).toEqual([one.id]);
    valueOf(await editClaim(as(db, desk.checker, 'claim.edit'), toEditInput(other, { note: 'New.' })));
    expect(await talked(since), 'an edit says nothing').toEqual([one.id]);
    const elsewhere = await createTestArticle(db, desk.checker);
    const theirs = { ...scope, articleId: elsewhere.articleId, sight: SEES_ALL };
    expect(await listTalked(db, theirs, { since, until: await findSeq(db) })).toEqual([]);
  });

  it('does not tell a blind checker that somebody else spoke', async () => {
    const { db, desk, article, scope } = await useChanges();
    const { checker, otherChecker } = desk;
    await assignBlind(db, desk, article, [checker, otherChecker]);
    const mine = await createTestClaim(db, checker, article);
    valueOf(await say(db, desk.editor, mine, 'A hint.'));
    const sight = await findSight(db, { deskId: desk.deskId, ...toViewer(checker) });
    expect(await listTalked(db, { ...scope, sight }, { since: 0, until: await findSeq(db) })).toEqual([]);
    valueOf(await say(db, checker, mine, 'A note to myself.'));
    expect(await listTalked(db, { ...scope, sight }, { since: 0, until: await findSeq(db) })).toEqual([mine.id]);
    const others = await findSight(db, { deskId: desk.deskId, ...toViewer(otherChecker) });
    expect(await listTalked(db, { ...scope, sight: others }, { since: 0, until: await findSeq(db) })).toEqual([]);
  });
});
