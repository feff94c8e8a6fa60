import { describe, expect, it } from 'vitest';
import { findSight } from '@/lib/assignments/data';
import { SEES_ALL } from '@/lib/assignments/sight';
import { plainText } from '@/lib/comments/body';
import { findDiscussion } from '@/lib/comments/data';
import { deleteComment, editComment, resolveThread } from '@/lib/comments/mutations';
import { listNotices } from '@/lib/comments/notices/data';
import { readNotices } from '@/lib/comments/notices/mutations';
import type { Database } from '@/lib/db/database';
import { newId } from '@/lib/kernel/ids';
import type { Actor } from '@/lib/permissions/roles';
import { toViewer } from '@/lib/permissions/viewer';
import { moveClaim } from '@/lib/review/mutations';
import { assign, assignBlind } from '../../factories/assignments';
import { writtenBody } from '../../factories/bodies';
import { createTestClaim, createTestClaimIn, toVersion, valueOf } from '../../factories/claims';
import { say, toCommentVersion } from '../../factories/comments';
import { createClock } from '../../factories/database';
import { as, newKey } from '../../factories/people';
import { useDesk } from '../use-database';

const bodyOf = (words: string) => [...writtenBody(words)] as never;

async function discussionOf(db: Database, { deskId, ...actor }: Actor, claimId: string) {
  const sight = await findSight(db, { deskId, ...toViewer({ deskId, ...actor }) });
  return findDiscussion(db, { deskId, claimId, sight });
}

async function noticesOf(db: Database, actor: Actor, now = new Date()) {
  const { deskId, userId } = actor;
  const sight = await findSight(db, { deskId, ...toViewer(actor) });
  const notices = await listNotices(db, { deskId, userId, sight, now });
  return notices.map(({ kind, by, words, claim, unread }) => ({ kind, by: by.id, words, number: claim?.number ?? null, unread }));
}

describe('a comment on a claim', () => {
  it('begins a thread, is answered, edited with what it said before kept, and settled', async () => {
    const { db, desk, article } = await useDesk();
    const claim = await createTestClaim(db, desk.checker, article);
    const first = valueOf(await say(db, desk.editor, claim, 'Who says **so**?'));
    valueOf(await say(db, desk.checker, claim, 'The mayor.', { threadId: first.id }));
    const scope = as(db, desk.editor, 'comment.edit');
    const edited = valueOf(await editComment(scope, { ...toCommentVersion(first), body: bodyOf('Who says this?') }));
    valueOf(await resolveThread(as(db, desk.checker, 'comment.resolve'), { ...toCommentVersion(edited), resolved: true }));
    const [thread, ...others] = (await discussionOf(db, desk.checker, claim.id))?.threads ?? [];
    expect(others).toEqual([]);
    expect(thread).toMatchObject({
      first: {
        by: { id: desk.editor.userId },
        version: 3,
        body: bodyOf('Who says this?'),
        earlier: [{ body: bodyOf('Who says **so**?') }],
      },
      replies: [{ by: { id: desk.checker.userId }, body: bodyOf('The mayor.') }],
      resolved: { by: { id: desk.checker.userId } },
    });
    valueOf(
      await resolveThread(as(db, desk.editor, 'comment.resolve'), { ...toCommentVersion({ ...first, version: 3 }), resolved: false }),
    );
    expect((await discussionOf(db, desk.checker, claim.id))?.threads[0]?.resolved).toBeNull();
  });

  it('that is deleted leaves its place and none of its words, those from before among them', async () => {
    const { db, desk, article } = await useDesk();
    const claim = await createTestClaim(db, desk.checker, article);
    const first = valueOf(await say(db, desk.checker, claim, 'A name that must go.'));
    const edited = valueOf(
      await editComment(as(db, desk.checker, 'comment.edit'), { ...toCommentVersion(first), body: bodyOf('Another that must go.') }),
    );
    valueOf(await say(db, desk.editor, claim, 'Gone?', { threadId: first.id }));
    valueOf(await deleteComment(as(db, desk.editor, 'comment.delete'), toCommentVersion(edited)));
    expect((await discussionOf(db, desk.checker, claim.id))?.threads).toMatchObject([
      { first: { body: null, earlier: [] }, replies: [{}] },
    ]);
    for (const table of ['Comment', 'CommentVersion', 'AuditEvent', 'IdempotencyKey']) {
      expect(JSON.stringify(await db.rows(`SELECT * FROM "${table}"`, []))).not.toContain('must go');
    }
    const again = { ...toCommentVersion({ ...first, version: 3 }), body: bodyOf('Back.') };
    expect(await editComment(as(db, desk.checker, 'comment.edit'), again)).toMatchObject({ error: { code: 'STALE' } });
  });

  it('is changed by nobody but who wrote it, in the version they saw, and calls nobody who is not there', async () => {
    const { db, desk, article } = await useDesk();
    const claim = await createTestClaim(db, desk.checker, article);
    const first = valueOf(await say(db, desk.checker, claim, 'Mine.'));
    const edit = (actor: Actor, version: number) =>
      editComment(as(db, actor, 'comment.edit'), { ...toCommentVersion({ ...first, version }), body: bodyOf('Theirs.') });
    expect(await edit(desk.otherChecker, 1)).toMatchObject({ error: { code: 'FORBIDDEN' } });
    expect(await edit(desk.editor, 1)).toMatchObject({ error: { code: 'FORBIDDEN' } });
    const meanwhile = expect.stringContaining('changed or deleted in another window meanwhile');
    expect(await edit(desk.checker, 2)).toMatchObject({ error: { code: 'STALE', message: meanwhile } });
    const stranger = { ...desk.checker, userId: newId(), name: 'Stranger' };
    expect(await say(db, desk.checker, claim, '@Stranger', { people: [stranger] })).toMatchObject({ error: { code: 'NOT_FOUND' } });
    const renamed = { ...desk.editor, name: 'Boss' };
    valueOf(await say(db, desk.checker, claim, '@Boss', { people: [renamed] }));
    const said = (await discussionOf(db, desk.checker, claim.id))?.threads.at(-1)?.first.body ?? [];
    expect(plainText(said)).toBe(`@${desk.editor.name}`);
  });

  it('is measured with the names of those it calls, however it came in', async () => {
    const { db, desk, article } = await useDesk();
    const claim = await createTestClaim(db, desk.checker, article);
    const people = [{ ...desk.editor, name: 'E' }];
    const call = (times: number) => say(db, desk.checker, claim, '@E '.repeat(times).trim(), { people });
    valueOf(await call(100));
    expect(await call(350)).toMatchObject({ error: { code: 'INVALID', message: 'A comment has at most 4000 characters.' } });
  });

  it('answers only in a thread about the same claim', async () => {
    const { db, desk, article } = await useDesk();
    const [one, other] = [await createTestClaim(db, desk.checker, article), await createTestClaim(db, desk.checker, article)];
    const first = valueOf(await say(db, desk.checker, one, 'Here.'));
    const reply = valueOf(await say(db, desk.checker, one, 'There.', { threadId: first.id }));
    for (const [claim, threadId] of [
      [other, first.id],
      [one, reply.id],
      [one, newId()],
    ] as const) {
      expect(await say(db, desk.checker, claim, 'Where?', { threadId })).toMatchObject({ error: { code: 'NOT_FOUND' } });
    }
  });

  it('is kept from blind checkers, as the claim is, until all have handed in', async () => {
    const { db, desk, article } = await useDesk();
    const { checker, otherChecker, editor } = desk;
    await assignBlind(db, desk, article, [checker, otherChecker]);
    const [mine, theirs] = [await createTestClaim(db, checker, article), await createTestClaim(db, otherChecker, article)];
    valueOf(await say(db, checker, mine, 'To myself.'));
    const hint = valueOf(await say(db, editor, mine, 'The other says otherwise.', { people: [checker] }));
    expect(await discussionOf(db, checker, theirs.id)).toBeNull();
    expect((await discussionOf(db, checker, mine.id))?.threads.map(({ first }) => first.body)).toEqual([bodyOf('To myself.')]);
    expect((await discussionOf(db, editor, mine.id))?.threads).toHaveLength(2);
    expect(await say(db, checker, theirs, 'Hello?')).toMatchObject({ error: { code: 'NOT_FOUND' } });
    expect(await say(db, checker, mine, 'What?', { threadId: hint.id })).toMatchObject({ error: { code: 'NOT_FOUND' } });
    expect((await noticesOf(db, checker)).map(({ kind }) => kind)).toEqual(['assignment']);
  });
});

describe('what the desk has for somebody', () => {
  it('is each call, answer, comment, return and assignment once, the newest first, and read up to a moment', async () => {
    const { db, desk, article } = await useDesk();
    const { checker, otherChecker, editor } = desk;
    const clock = createClock(undefined, 1000);
    const claim = await createTestClaimIn(db, desk, article, 'submitted', { clock });
    await assign(db, desk, article, { people: [checker.userId], clock });
    valueOf(await moveClaim(as(db, editor, 'claim.return', { clock }), 'return', { ...toVersion(claim), reason: 'Who says so?' }));
    const first = valueOf(await say(db, editor, claim, 'Why this one?', { clock }));
    valueOf(await say(db, checker, claim, 'Because.', { threadId: first.id, clock }));
    valueOf(await say(db, otherChecker, claim, 'I think so too.', { threadId: first.id, clock }));
    valueOf(await say(db, editor, claim, `@${checker.name}, see there.`, { threadId: first.id, people: [checker], clock }));
    const read = clock();
    const all = [
      { kind: 'mention', by: editor.userId, words: `@${checker.name}, see there.`, number: 1 },
      { kind: 'reply', by: otherChecker.userId, words: 'I think so too.', number: 1 },
      { kind: 'comment', by: editor.userId, words: 'Why this one?', number: 1 },
      { kind: 'return', by: editor.userId, words: 'Who says so?', number: 1 },
      { kind: 'assignment', by: editor.userId, words: '', number: null },
    ];
    expect(await noticesOf(db, checker, clock())).toEqual(all.map((notice) => ({ ...notice, unread: true })));
    valueOf(await readNotices(as(db, checker, 'notices.read', { clock }), { key: newKey(), until: read }));
    expect(await noticesOf(db, checker, clock())).toEqual(all.map((notice) => ({ ...notice, unread: false })));
    valueOf(await say(db, editor, claim, 'And now?', { clock }));
    expect((await noticesOf(db, checker, clock())).map(({ unread }) => unread)).toEqual([true, false, false, false, false, false]);
    // Nobody hears of what they did themselves.
    expect((await noticesOf(db, editor, clock())).map(({ by }) => by)).not.toContain(editor.userId);
    clock.advance(31 * 86_400_000);
    expect(await noticesOf(db, checker, clock())).toEqual([]);
  });
});

it('is told nothing about a claim of another desk', async () => {
  const { db, desk, article } = await useDesk();
  const claim = await createTestClaim(db, desk.checker, article);
  expect(await findDiscussion(db, { deskId: newId(), claimId: claim.id, sight: SEES_ALL })).toBeNull();
});
