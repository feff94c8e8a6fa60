import { describe, expect, it } from 'vitest';
import { createArticle } from '@/lib/articles/mutations';
import { SEES_ALL } from '@/lib/assignments/sight';
import { listClaims } from '@/lib/claims/data';
import { createClaim, deleteClaim, editClaim } from '@/lib/claims/mutations';
import type { CreateClaimInput } from '@/lib/claims/schema';
import { findApplied } from '@/lib/db/write';
import { newId } from '@/lib/kernel/ids';
import type { Actor } from '@/lib/permissions/roles';
import { moveClaim } from '@/lib/review/mutations';
import { createTestClaim, createTestClaimIn, toCreateInput, toEditInput, toVersion, valueOf } from '../../factories/claims';
import { as, newKey } from '../../factories/people';
import { useDesk } from '../use-database';

/** Sends a claim as the server action does: with the client's key, the action's name and the input. */
async function useSender() {
  const made = await useDesk();
  const send = (input: CreateClaimInput, { by = made.desk.checker, action = 'createClaim' }: { by?: Actor; action?: string } = {}) =>
    createClaim(as(made.db, by, 'claim.create', { once: { key: input.key, action, input } }), input);
  return {
    ...made,
    send,
    live: () => listClaims(made.db, { sight: SEES_ALL, deskId: made.desk.deskId, articleId: made.article.articleId }),
  };
}

describe('a write sent again with its key', () => {
  it('is applied once and answered with the first answer, times included', async () => {
    const { article, send, live, db } = await useSender();
    const input = toCreateInput(article);
    const first = await send(input);
    const events = await db.read.auditEvent.count();
    const second = await send(structuredClone(input));
    expect(second).toEqual(first);
    expect(valueOf(second).createdAt).toBeInstanceOf(Date);
    expect(await live()).toHaveLength(1);
    expect(await db.read.auditEvent.count(), 'a retry is not an event').toBe(events);
  });

  it('is applied once when it arrives 20 times at once', async () => {
    const { article, send, live, db } = await useSender();
    const input = toCreateInput(article);
    const answers = await Promise.all(Array.from({ length: 20 }, () => send(input)));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]).toMatchObject({ ok: true });
    expect(await live()).toHaveLength(1);
    expect(await db.read.auditEvent.count({ where: { type: 'claim.created' } })).toBe(1);
    expect(await db.read.source.count()).toBe(1);
  });

  it('still gets the first answer after the claim was changed, and changes nothing back', async () => {
    const { db, desk, article, send, live } = await useSender();
    const input = toCreateInput(article);
    const first = valueOf(await send(input));
    valueOf(await editClaim(as(db, desk.checker, 'claim.edit'), toEditInput(first, { note: 'Changed since.' })));
    expect(valueOf(await send(input))).toEqual(first);
    expect(await live()).toMatchObject([{ note: 'Changed since.', version: 2 }]);
  });

  it('is refused when the input is another', async () => {
    const { article, send, live } = await useSender();
    const input = toCreateInput(article);
    await send(input);
    expect(await send({ ...input, note: 'Something else.' })).toMatchObject({ ok: false, error: { code: 'KEY_REUSED' } });
    expect(await send({ ...input, claimId: newId() })).toMatchObject({ ok: false, error: { code: 'KEY_REUSED' } });
    expect(await live()).toMatchObject([{ note: '' }]);
  });

  it('is refused when the action is another', async () => {
    const { article, send } = await useSender();
    const input = toCreateInput(article);
    await send(input);
    expect(await send(input, { action: 'editClaim' })).toMatchObject({ ok: false, error: { code: 'KEY_REUSED' } });
  });

  it('does not answer another person, who has keys of their own', async () => {
    const { desk, article, send, live } = await useSender();
    const input = toCreateInput(article);
    await send(input);
    const other = await send({ ...input, claimId: newId() }, { by: desk.otherChecker });
    expect(other).toMatchObject({ ok: true, value: { createdBy: { id: desk.otherChecker.userId } } });
    expect(await live()).toHaveLength(2);
  });

  it('is tried afresh when the first try was refused', async () => {
    const { article, send } = await useSender();
    const input = toCreateInput(article);
    expect(await send({ ...input, spans: [{ start: 0, end: 100_000 }] })).toMatchObject({ ok: false, error: { code: 'INVALID' } });
    expect(await send(input)).toMatchObject({ ok: true });
  });

  it('deletes once: the retry is no second deletion and no refusal', async () => {
    const { db, desk, article } = await useSender();
    const claim = await createTestClaim(db, desk.checker, article);
    const input = toVersion(claim);
    const send = () => deleteClaim(as(db, desk.checker, 'claim.delete', { once: { key: input.key, action: 'deleteClaim', input } }), input);
    const answers = [await send(), await send()];
    expect(answers[0]).toEqual({ ok: true, value: { id: claim.id, version: 2 } });
    expect(answers[1]).toEqual(answers[0]);
  });

  it('imports an article once', async () => {
    const { db, desk } = await useSender();
    const key = newKey();
    const send = () =>
      createArticle(as(db, desk.checker, 'article.create', { once: { key, action: 'pasteArticle', input: { key, text: 'A' } } }), {
        title: 'A',
        text: 'A',
        origin: 'paste',
        fileName: null,
        encoding: null,
      });
    const answers = await Promise.all([send(), send(), send()]);
    expect(new Set(answers.map((answer) => valueOf(answer).articleId)).size).toBe(1);
    expect(await db.read.article.count({ where: { title: 'A' } })).toBe(1);
  });
});

describe('a claim id that exists', () => {
  it('is refused under another key, so that a second claim never takes its place', async () => {
    const { article, send, live } = await useSender();
    const input = toCreateInput(article);
    await send(input);
    expect(await send({ ...input, key: newKey(), note: 'Another.' })).toMatchObject({
      ok: false,
      error: { code: 'KEY_REUSED', field: 'claimId' },
    });
    expect(await live()).toMatchObject([{ note: '' }]);
  });
});

describe('asking for the first answer, before the permission is asked', () => {
  it('gives the answer to whoever got it first, when the write itself has made it impossible to do again', async () => {
    const { db, desk, article } = await useSender();
    const claim = await createTestClaimIn(db, desk, article, 'submitted');
    const input = toVersion(claim);
    const once = { key: input.key, action: 'approveClaim', input };
    expect(await findApplied(db, desk.editor, once), 'not applied yet').toBeNull();
    const first = await moveClaim(as(db, desk.editor, 'claim.approve', { once }), 'approve', input);
    expect(first).toMatchObject({ ok: true, value: { state: 'approved' } });
    expect(await findApplied(db, desk.editor, once)).toEqual(first);
    expect(await moveClaim(as(db, desk.editor, 'claim.approve', { once }), 'approve', input)).toEqual(first);
  });

  it('refuses another input or action under the key, and knows nothing of another person’s keys', async () => {
    const { db, desk, article, send } = await useSender();
    const input = toCreateInput(article);
    await send(input);
    const once = { key: input.key, action: 'createClaim', input };
    expect(await findApplied(db, desk.checker, { ...once, input: { ...input, note: 'Else.' } })).toMatchObject({
      error: { code: 'KEY_REUSED' },
    });
    expect(await findApplied(db, desk.checker, { ...once, action: 'editClaim' })).toMatchObject({ error: { code: 'KEY_REUSED' } });
    expect(await findApplied(db, desk.otherChecker, once)).toBeNull();
  });
});
