import { describe, expect, it } from 'vitest';
import { findAssignment } from '@/lib/assignments/data';
import { handOn } from '@/lib/assignments/handing-on/mutations';
import { endBlind, giveBack, reopenChecking, saveAssignment, takeCheck } from '@/lib/assignments/mutations';
import { partState } from '@/lib/assignments/parts';
import { setDisabled } from '@/lib/auth/mutations';
import { editClaim } from '@/lib/claims/mutations';
import type { Database } from '@/lib/db/database';
import { required } from '@/lib/kernel/assert';
import type { Actor } from '@/lib/permissions/roles';
import { submitClaims } from '@/lib/review/mutations';
import { createTestArticle } from '../../factories/articles';
import { addPeople, assign, assignBlind, handInCheck, take, toAssignmentInput } from '../../factories/assignments';
import { createTestClaim, createTestClaimIn, toEditInput, valueOf } from '../../factories/claims';
import { createClock } from '../../factories/database';
import { as, newKey, type TestDesk } from '../../factories/people';
import { useDesk } from '../use-database';

const MINUTE = 60_000;

async function stateOf(db: Database, { deskId, userId }: Actor, articleId: string, now: Date) {
  const part = (await findAssignment(db.read, { deskId, articleId }))?.parts.find(({ personId }) => personId === userId);
  return part === undefined ? null : partState(part, now);
}

const holdersOf = async (db: Database, { deskId }: TestDesk, articleId: string, now: Date) =>
  (await findAssignment(db.read, { deskId, articleId }))?.parts
    .filter((part) => partState(part, now) === 'held')
    .map(({ personId }) => personId);

describe('taking the next work', () => {
  it('gives the most urgent that nobody has: by priority, by date, by age, untouched articles among the rest', async () => {
    const { db, desk, article: oldest } = await useDesk();
    const [low, due, high] = [
      await createTestArticle(db, desk.checker, 'Low\nText.'),
      await createTestArticle(db, desk.checker, 'Due\nText.'),
      await createTestArticle(db, desk.checker, 'High\nText.'),
    ];
    await assign(db, desk, low, { priority: 'low', dueAt: new Date('2026-01-01T00:00:00Z') });
    await assign(db, desk, due, { dueAt: new Date('2026-06-01T00:00:00Z') });
    await assign(db, desk, high, { priority: 'high' });
    const taken: string[] = [];
    for (let at = 0; at < 4; at++) taken.push(valueOf(await take(db, desk.checker)).title);
    expect(taken).toEqual(['High', 'Due', 'The mayor resigned', 'Low']);
    expect(await take(db, desk.checker)).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } });
    expect(await take(db, desk.otherChecker)).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } });
    expect(await findAssignment(db.read, { deskId: desk.deskId, articleId: oldest.articleId })).toMatchObject({ checkers: 1, version: 1 });
  });

  it('leaves out what somebody began without taking it', async () => {
    const { db, desk, article } = await useDesk();
    await createTestClaim(db, desk.otherChecker, article);
    expect(await take(db, desk.checker)).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } });
  });

  it('gives a lease of half an hour, which each save of a claim on that article puts off', async () => {
    const { db, desk, article } = await useDesk();
    const clock = createClock();
    const { until } = valueOf(await take(db, desk.checker, clock));
    expect(until).toEqual(new Date(clock().getTime() + 30 * MINUTE));
    const leaseNow = async () =>
      (await findAssignment(db.read, { deskId: desk.deskId, articleId: article.articleId }))?.parts[0]?.leaseUntil;
    clock.advance(20 * MINUTE);
    const claim = await createTestClaim(db, desk.checker, article, { clock });
    expect(await leaseNow()).toEqual(new Date(clock().getTime() + 30 * MINUTE));
    clock.advance(25 * MINUTE);
    valueOf(await editClaim(as(db, desk.checker, 'claim.edit', { clock }), toEditInput(claim, { note: 'More.' })));
    expect(await leaseNow()).toEqual(new Date(clock().getTime() + 30 * MINUTE));
    clock.advance(29 * MINUTE);
    const other = await createTestArticle(db, desk.checker, 'Another\nText.');
    await createTestClaim(db, desk.checker, other, { clock });
    expect(await leaseNow()).toEqual(new Date(clock().getTime() + MINUTE));
  });

  it('takes back what lapsed and gives it to the next; the claims stay, and are still saved', async () => {
    const { db, desk, article } = await useDesk();
    const clock = createClock();
    valueOf(await take(db, desk.checker, clock));
    const claim = await createTestClaim(db, desk.checker, article, { clock });
    clock.advance(30 * MINUTE);
    expect(await stateOf(db, desk.checker, article.articleId, clock())).toBe('lapsed');
    expect(valueOf(await take(db, desk.otherChecker, clock)).articleId).toBe(article.articleId);
    const edited = valueOf(await editClaim(as(db, desk.checker, 'claim.edit', { clock }), toEditInput(claim, { note: 'Late.' })));
    expect(edited.note).toBe('Late.');
    expect(await holdersOf(db, desk, article.articleId, clock())).toEqual([desk.otherChecker.userId]);
    expect(await handInCheck(db, desk.checker, article, clock)).toMatchObject({ ok: false, error: { code: 'FORBIDDEN' } });
  });

  it('has a lapsed lease come back with a save as long as nobody took the place', async () => {
    const { db, desk, article } = await useDesk();
    const clock = createClock();
    valueOf(await take(db, desk.checker, clock));
    clock.advance(45 * MINUTE);
    await createTestClaim(db, desk.checker, article, { clock });
    expect(await stateOf(db, desk.checker, article.articleId, clock())).toBe('held');
    expect(await take(db, desk.otherChecker, clock)).toMatchObject({ ok: false });
  });

  it('answers a retry with the work it gave the first time', async () => {
    const { db, desk } = await useDesk();
    await createTestArticle(db, desk.checker, 'Another\nText.');
    const input = { key: newKey() };
    const once = { once: { key: input.key, action: 'takeCheck', input } };
    const first = valueOf(await takeCheck(as(db, desk.checker, 'check.take', once), input));
    expect(valueOf(await takeCheck(as(db, desk.checker, 'check.take', once), input))).toEqual(first);
  });

  it('gives work back at once to the next who asks', async () => {
    const { db, desk, article } = await useDesk();
    valueOf(await take(db, desk.checker));
    valueOf(await giveBack(as(db, desk.checker, 'check.take'), { key: newKey(), articleId: article.articleId }));
    expect(valueOf(await take(db, desk.otherChecker)).articleId).toBe(article.articleId);
    expect(await giveBack(as(db, desk.editor, 'check.take'), { key: newKey(), articleId: article.articleId })).toMatchObject({
      error: { code: 'NOT_FOUND' },
    });
  });
});

describe('saving an assignment', () => {
  it('refuses a stale version with the one that stands, also where somebody took a part meanwhile', async () => {
    const { db, desk, article } = await useDesk();
    await assign(db, desk, article, { checkers: 2 });
    valueOf(await take(db, desk.checker));
    const answer = await saveAssignment(as(db, desk.editor, 'assignment.edit'), toAssignmentInput(article.articleId, { version: 1 }));
    expect(answer).toMatchObject({
      error: { code: 'STALE', current: { version: 2, checkers: 2, parts: [{ personId: desk.checker.userId }] } },
    });
  });

  it('takes nobody who left or is of another desk, no more people than places, and nobody to review who may not', async () => {
    const { db, desk, article } = await useDesk();
    const { email } = await db.read.user.findUniqueOrThrow({ where: { id: desk.otherChecker.userId } });
    valueOf(await setDisabled(db, email, true, new Date()));
    const save = (different: object) =>
      saveAssignment(as(db, desk.editor, 'assignment.edit'), toAssignmentInput(article.articleId, different));
    const { checker, otherChecker, editor } = desk;
    expect(await save({ people: [otherChecker.userId] })).toMatchObject({ error: { code: 'INVALID', message: /has left/ } });
    expect(await save({ people: [article.articleId] })).toMatchObject({ error: { code: 'NOT_FOUND' } });
    expect(await save({ people: [checker.userId, editor.userId] })).toMatchObject({ error: { code: 'INVALID', field: 'people' } });
    expect(await save({ reviewerId: checker.userId })).toMatchObject({ error: { code: 'INVALID', field: 'reviewerId' } });
    expect(await save({ people: [checker.userId], reviewerId: editor.userId })).toMatchObject({ ok: true });
  });

  it('keeps the lease of who is named, ends the part of who is not, and keeps what was handed in', async () => {
    const { db, desk, article } = await useDesk();
    const { articleId } = article;
    const clock = createClock();
    await assign(db, desk, article, { checkers: 3, people: [desk.otherChecker.userId, desk.editor.userId], clock });
    valueOf(await take(db, desk.checker, clock));
    valueOf(await handInCheck(db, desk.editor, article, clock));
    await assign(db, desk, article, { version: 3, checkers: 2, people: [desk.checker.userId], clock });
    const states = await Promise.all([desk.checker, desk.otherChecker, desk.editor].map((who) => stateOf(db, who, articleId, clock())));
    expect(states).toEqual(['held', 'ended', 'handed_in']);
    clock.advance(31 * MINUTE);
    expect(await stateOf(db, desk.checker, articleId, clock())).toBe('lapsed');
  });
});

describe('handing in', () => {
  it('waits until everything is submitted', async () => {
    const { db, desk, article } = await useDesk();
    valueOf(await take(db, desk.checker));
    const claim = await createTestClaim(db, desk.checker, article);
    expect(await handInCheck(db, desk.checker, article)).toMatchObject({ error: { code: 'INVALID', message: /not submitted/ } });
    const claims = [{ id: claim.id, version: claim.version }];
    valueOf(await submitClaims(as(db, desk.checker, 'claim.submit'), { key: newKey(), articleId: article.articleId, claims }));
    expect(valueOf(await handInCheck(db, desk.checker, article))).toMatchObject({ checked: true });
    expect(await handInCheck(db, desk.checker, article)).toMatchObject({ error: { code: 'INVALID' } });
    expect(await take(db, desk.otherChecker)).toMatchObject({ ok: false });
  });

  it('can be taken back by an editor, as can an early end', async () => {
    const { db, desk, article } = await useDesk();
    const { articleId } = article;
    await assignBlind(db, desk, article, [desk.checker, desk.otherChecker]);
    valueOf(await handInCheck(db, desk.checker, article));
    const scope = as(db, desk.editor, 'assignment.edit');
    const { userId } = desk.checker;
    expect(valueOf(await reopenChecking(scope, { key: newKey(), articleId, version: 2, personId: userId }))).toMatchObject({ version: 3 });
    expect(await stateOf(db, desk.checker, articleId, new Date())).toBe('held');
    expect(await reopenChecking(scope, { key: newKey(), articleId, version: 3, personId: null })).toMatchObject({
      error: { code: 'INVALID' },
    });
    valueOf(await endBlind(scope, { key: newKey(), articleId, version: 3, reason: 'One fell ill.' }));
    expect(await endBlind(scope, { key: newKey(), articleId, version: 4, reason: 'Again.' })).toMatchObject({ error: { code: 'INVALID' } });
    expect(await findAssignment(db.read, { deskId: desk.deskId, articleId })).toMatchObject({ endedReason: 'One fell ill.' });
    valueOf(await reopenChecking(scope, { key: newKey(), articleId, version: 4, personId: null }));
    expect(await findAssignment(db.read, { deskId: desk.deskId, articleId })).toMatchObject({ endedAt: null, endedReason: '' });
  });
});

describe('handing on', () => {
  it('gives the parts and the claims of somebody who left to another, who goes on with them', async () => {
    const { db, desk, article } = await useDesk();
    const { checker, otherChecker, editor } = desk;
    const begun = await createTestArticle(db, desk.editor, 'Begun\nThe mayor said no.');
    await assign(db, desk, begun, { people: [checker.userId] });
    const draft = await createTestClaim(db, checker, begun);
    const returned = await createTestClaimIn(db, desk, article, 'returned');
    const { email } = await db.read.user.findUniqueOrThrow({ where: { id: checker.userId } });
    valueOf(await setDisabled(db, email, true, new Date()));
    const edit = () => editClaim(as(db, otherChecker, 'claim.edit'), toEditInput(returned, { note: 'Taken over.' }));
    expect(await edit()).toMatchObject({ error: { code: 'FORBIDDEN' } });
    const scope = as(db, editor, 'assignment.edit');
    const moved = await handOn(scope, { key: newKey(), fromId: checker.userId, toId: otherChecker.userId });
    expect(valueOf(moved)).toEqual({ id: otherChecker.userId, articles: 2 });
    expect(valueOf(await edit())).toMatchObject({ createdBy: { id: checker.userId }, lastEditedBy: { id: otherChecker.userId } });
    expect(await stateOf(db, checker, begun.articleId, new Date())).toBe('ended');
    expect(await handInCheck(db, otherChecker, begun)).toMatchObject({ error: { message: /One of your claims here is not submitted/ } });
    const claims = [{ id: draft.id, version: draft.version }];
    valueOf(await submitClaims(as(db, otherChecker, 'claim.submit'), { key: newKey(), articleId: begun.articleId, claims }));
    expect(await handInCheck(db, otherChecker, begun)).toMatchObject({ ok: true });
  });

  it('goes on from heir to heir, and refuses one who checks the same article blind', async () => {
    const { db, desk, article } = await useDesk();
    const [third, fourth] = (await addPeople(db, desk.deskId, 'checker', 2)) as [Actor, Actor];
    await assignBlind(db, desk, article, [desk.checker, desk.otherChecker]);
    await createTestClaim(db, desk.checker, article);
    const scope = as(db, desk.editor, 'assignment.edit');
    const on = (from: Actor, to: Actor) => handOn(scope, { key: newKey(), fromId: from.userId, toId: to.userId });
    expect(await on(desk.checker, desk.otherChecker)).toMatchObject({ error: { code: 'INVALID', message: /independently/ } });
    valueOf(await on(desk.checker, third));
    valueOf(await on(third, fourth));
    const { parts } = required(await findAssignment(db.read, { deskId: desk.deskId, articleId: article.articleId }), 'it was assigned');
    expect(parts.find(({ personId }) => personId === desk.checker.userId)?.heirId).toBe(fourth.userId);
    expect(await holdersOf(db, desk, article.articleId, new Date())).toEqual(
      expect.arrayContaining([desk.otherChecker.userId, fourth.userId]),
    );
    expect(await on(desk.editor, third)).toMatchObject({ error: { code: 'INVALID', message: /nothing to hand on/ } });
  });
});

it('gives a part to nobody of another desk, not even by hand', async () => {
  const { db, desk, article } = await useDesk();
  await assign(db, desk, article);
  const row = { articleId: article.articleId, deskId: desk.deskId, givenById: desk.editor.userId, since: new Date() };
  await expect(db.transact((tx) => tx.checkPart.create({ data: { ...row, personId: article.articleId } }))).rejects.toThrow();
  await expect(db.transact((tx) => tx.assignment.delete({ where: { articleId: article.articleId } }))).rejects.toThrow();
});
