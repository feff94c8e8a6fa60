import { describe, expect, it } from 'vitest';
import { SEES_ALL } from '@/lib/assignments/sight';
import type { Claim } from '@/lib/claims/claim';
import { CLAIM_STATES } from '@/lib/claims/claim-state';
import { findClaim, listClaims } from '@/lib/claims/data';
import { createClaim, deleteClaim, editClaim, restoreClaim } from '@/lib/claims/mutations';
import { newId } from '@/lib/kernel/ids';
import { moveClaim, submitClaims } from '@/lib/review/mutations';
import { verifyDatabase } from '@/lib/verify/data';
import { createTestArticle, readMarks } from '../../factories/articles';
import {
  createTestClaim,
  createTestClaimIn,
  insertSubmittedClaims,
  toCreateInput,
  toEditInput,
  toVersion,
  valueOf,
} from '../../factories/claims';
import { createClock } from '../../factories/database';
import { as, newKey } from '../../factories/people';
import { useDesk } from '../use-database';

async function useClaims() {
  const made = await useDesk();
  const { db, desk, article } = made;
  const scope = { deskId: desk.deskId, articleId: article.articleId };
  return {
    ...made,
    live: () => listClaims(db, { ...scope, sight: SEES_ALL }),
    find: (claim: { readonly id: string }) => findClaim(db, { sight: SEES_ALL, deskId: desk.deskId, claimId: claim.id }),
    create: (different: Parameters<typeof toCreateInput>[1] = {}, by = desk.checker) =>
      createClaim(as(db, by, 'claim.create'), toCreateInput(article, different)),
    edit: (claim: Claim, different: Parameters<typeof toEditInput>[1] = {}, by = desk.checker) =>
      editClaim(as(db, by, 'claim.edit'), toEditInput(claim, different)),
    remove: (claim: { id: string; version: number }, by = desk.checker) => deleteClaim(as(db, by, 'claim.delete'), toVersion(claim)),
    restore: (claim: { id: string; version: number }, by = desk.checker) => restoreClaim(as(db, by, 'claim.delete'), toVersion(claim)),
  };
}

describe('creating a claim', () => {
  it('answers with exactly what is stored', async () => {
    const { create, find, live, desk, article } = await useClaims();
    const spans = [
      { start: 19, end: 28 },
      { start: 0, end: 9 },
    ];
    const claim = valueOf(
      await create({ spans, sourceType: 'anonymous_source', source: { name: 'an  aide' }, confidence: 'low', note: 'Which\naide?' }),
    );
    expect(claim).toMatchObject({
      deskId: desk.deskId,
      articleId: article.articleId,
      revisionId: article.revisionId,
      number: 1,
      version: 1,
      state: 'draft',
      submittedAt: null,
      reason: null,
      createdBy: { id: desk.checker.userId, name: desk.checker.name },
      lastEditedBy: { id: desk.checker.userId },
      spans: [
        { start: 0, end: 9, quote: 'The mayor', before: '', after: ' resigned' },
        { start: 19, end: 28, quote: 'The mayor', before: '', after: ' said no.' },
      ],
    });
    expect(await find(claim)).toEqual(claim);
    expect(await live()).toEqual([claim]);
  });

  it('takes its times from the clock, not from the id the client made', async () => {
    const { db, desk, article } = await useClaims();
    const clock = createClock('2026-05-05T05:05:05.005Z');
    const claim = await createTestClaim(db, desk.checker, article, { clock });
    expect([claim.createdAt, claim.updatedAt]).toEqual([clock(), clock()]);
  });

  it('numbers the claims of each article from 1, also when they come at once', async () => {
    const { db, desk, article, live } = await useClaims();
    const second = await createTestArticle(db, desk.checker, 'Another text altogether.');
    await Promise.all(Array.from({ length: 8 }, () => createTestClaim(db, desk.checker, article)));
    const other = await createTestClaim(db, desk.checker, second);
    expect((await live()).map((claim) => claim.number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(other.number).toBe(1);
  });

  it('keeps claims that overlap and nest, in text order', async () => {
    const { create, live } = await useClaims();
    const ranges = [
      [4, 18],
      [0, 9],
      [0, 18],
      [4, 9],
    ] as const;
    for (const [start, end] of ranges) valueOf(await create({ spans: [{ start, end }] }));
    expect((await live()).map(({ spans: [span] }) => [span?.start, span?.end])).toEqual([
      [0, 18],
      [0, 9],
      [4, 18],
      [4, 9],
    ]);
  });

  it.each([
    ['overlap each other', '[The mayor] resigned', [{ start: 8, end: 12 }], 'The spans of one claim may not overlap.'],
    ['are the same twice', '[The mayor] resigned', [{ start: 0, end: 9 }], 'The spans of one claim may not overlap.'],
    ['end after the text', '[The] mayor', [{ start: 4, end: 10 }], 'lies outside the text'],
    ['begin after the text', '[The] mayor', [{ start: 40, end: 50 }], 'lies outside the text'],
    ['begin inside a character', '[It] 🌧 rained', [{ start: 4, end: 8 }], 'inside a character'],
    ['end inside a character', '[It] 🌧 rained', [{ start: 2, end: 4 }], 'inside a character'],
    ['hold only white space', '[It]   rained', [{ start: 2, end: 4 }], 'only white space'],
    ['hold only a line break', '[It]\n\nrained', [{ start: 2, end: 3 }], 'only a line break'],
  ])('refuses spans that %s, and keeps nothing of the claim', async (_what, marked, more, message) => {
    const { db, desk, live } = await useClaims();
    const { text, spans } = readMarks(marked);
    const article = await createTestArticle(db, desk.checker, text);
    const input = toCreateInput(article, { spans: [...spans, ...more], source: { name: 'Nobody yet' } });
    expect(await createClaim(as(db, desk.checker, 'claim.create'), input)).toMatchObject({
      ok: false,
      error: { code: 'INVALID', field: 'spans', message: expect.stringContaining(message) },
    });
    expect(await live()).toEqual([]);
    expect(await db.read.source.count()).toBe(0);
  });

  it('accepts spans of one claim that touch', async () => {
    const { create } = await useClaims();
    const claim = valueOf(
      await create({
        spans: [
          { start: 9, end: 18 },
          { start: 0, end: 9 },
        ],
      }),
    );
    expect(claim.spans.map((span) => span.quote)).toEqual(['The mayor', ' resigned']);
  });
});

describe('editing a claim', () => {
  it('replaces the whole tag, goes up by one version and says who edited it', async () => {
    const { create, edit, find, desk } = await useClaims();
    const claim = valueOf(await create());
    const different = {
      spans: [{ start: 19, end: 28 }],
      sourceType: 'author',
      source: null,
      confidence: 'low',
      note: 'Own voice.',
    } as const;
    const edited = valueOf(await edit(claim, { ...different, spans: [...different.spans] }, desk.editor));
    expect(edited).toMatchObject({
      ...different,
      version: 2,
      number: 1,
      lastEditedBy: { id: desk.editor.userId },
      createdBy: { id: desk.checker.userId },
    });
    expect(edited.spans).toHaveLength(1);
    expect(await find(claim)).toEqual(edited);
  });

  it('is refused as STALE with the newer claim, and overwrites nothing', async () => {
    const { create, edit, find, desk } = await useClaims();
    const seen = valueOf(await create());
    const newer = valueOf(await edit(seen, { note: 'First come.' }, desk.editor));
    const late = await edit(seen, { note: 'Too late.' });
    expect(late).toMatchObject({ ok: false, error: { code: 'STALE', current: { note: 'First come.', version: 2 } } });
    if (!late.ok) expect(late.error.current).toEqual(newer);
    expect(await find(seen)).toEqual(newer);
  });

  it('lets one of two people through when both save the same version at once', async () => {
    const { create, edit, find, desk } = await useClaims();
    const seen = valueOf(await create());
    const answers = await Promise.all([edit(seen, { note: 'A' }), edit(seen, { note: 'B' }, desk.editor)]);
    expect(answers.map((answer) => answer.ok)).toEqual([true, false]);
    expect(answers[1]).toMatchObject({ error: { code: 'STALE', current: { note: 'A' } } });
    expect(await find(seen)).toMatchObject({ note: 'A', version: 2 });
  });

  it('is refused as STALE with nothing newer when the claim was deleted', async () => {
    const { create, edit, remove } = await useClaims();
    const claim = valueOf(await create());
    await remove(claim);
    expect(await edit(claim, { note: 'Too late.' })).toMatchObject({ ok: false, error: { code: 'STALE', current: null } });
  });

  it('refuses a version from the future', async () => {
    const { create, edit } = await useClaims();
    const claim = valueOf(await create());
    expect(await edit({ ...claim, version: 2 })).toMatchObject({ ok: false, error: { code: 'STALE' } });
  });

  it('reopens an approved claim and writes the step down', async () => {
    const { db, desk, article, edit } = await useClaims();
    const approved = await createTestClaimIn(db, desk, article, 'approved');
    const edited = valueOf(await edit(approved, { note: 'On second thoughts.' }));
    expect(edited).toMatchObject({ state: 'reopened', version: 4, note: 'On second thoughts.' });
    const steps = await db.read.transition.findMany({ where: { claimId: approved.id }, orderBy: { claimVersion: 'asc' } });
    expect(steps.map(({ event, from, to, claimVersion, actorId }) => [event, from, to, claimVersion, actorId])).toEqual([
      ['submit', 'draft', 'submitted', 2, desk.checker.userId],
      ['approve', 'submitted', 'approved', 3, desk.editor.userId],
      ['reopen', 'approved', 'reopened', 4, desk.checker.userId],
    ]);
  });

  it.each(CLAIM_STATES.filter((state) => state !== 'approved' && state !== 'rejected'))('leaves a %s claim in its state', async (state) => {
    const { db, desk, article, edit } = await useClaims();
    const claim = await createTestClaimIn(db, desk, article, state);
    const steps = await db.read.transition.count();
    expect(valueOf(await edit(claim, { note: 'Better.' }))).toMatchObject({ state, note: 'Better.' });
    expect(await db.read.transition.count()).toBe(steps);
  });

  it('leaves a rejected claim as it was', async () => {
    const { db, desk, article, edit, find } = await useClaims();
    const rejected = await createTestClaimIn(db, desk, article, 'rejected');
    for (const by of [desk.checker, desk.editor, desk.admin]) {
      expect(await edit(rejected, { note: 'But…' }, by)).toMatchObject({ ok: false, error: { code: 'FORBIDDEN' } });
    }
    expect(await find(rejected)).toEqual(rejected);
  });

  it('refuses spans that are not in the text and keeps the old ones', async () => {
    const { create, edit, find } = await useClaims();
    const claim = valueOf(await create());
    expect(await edit(claim, { spans: [{ start: 0, end: 9999 }] })).toMatchObject({
      ok: false,
      error: { code: 'INVALID', field: 'spans' },
    });
    expect(await find(claim)).toEqual(claim);
  });
});

describe('deleting and restoring a claim', () => {
  it('takes it out of the article and brings it back as it was, with its number', async () => {
    const { create, remove, restore, live, find } = await useClaims();
    const claim = valueOf(await create());
    const deleted = valueOf(await remove(claim));
    expect(deleted).toEqual({ id: claim.id, version: 2 });
    expect([await live(), await find(claim)]).toEqual([[], null]);
    const restored = valueOf(await restore(deleted));
    const { updatedAt: _, version: __, ...asBefore } = claim;
    expect(restored).toMatchObject({ ...asBefore, version: 3 });
    expect(await live()).toEqual([restored]);
  });

  it('never gives a deleted claim’s number to another', async () => {
    const { create, remove } = await useClaims();
    await create();
    const second = valueOf(await create());
    await remove(second);
    expect(valueOf(await create()).number).toBe(3);
  });

  it('never gives a deleted claim’s id to another', async () => {
    const { create, remove, live } = await useClaims();
    const claim = valueOf(await create());
    await remove(claim);
    expect(await create({ claimId: claim.id })).toMatchObject({ ok: false, error: { code: 'KEY_REUSED' } });
    expect(await live()).toEqual([]);
  });

  it('refuses to delete a version that is no longer the newest, and shows it', async () => {
    const { create, edit, remove, find } = await useClaims();
    const seen = valueOf(await create());
    valueOf(await edit(seen, { note: 'Newer.' }));
    expect(await remove(seen)).toMatchObject({ ok: false, error: { code: 'STALE', current: { note: 'Newer.' } } });
    expect(await find(seen)).not.toBeNull();
  });

  it('refuses to delete twice and to restore what is not deleted', async () => {
    const { create, remove, restore } = await useClaims();
    const claim = valueOf(await create());
    expect(await restore(claim)).toMatchObject({ ok: false, error: { code: 'STALE', current: { id: claim.id } } });
    const deleted = valueOf(await remove(claim));
    expect(await remove(deleted)).toMatchObject({ ok: false, error: { code: 'STALE', current: null } });
  });

  it('refuses every other step on a deleted claim', async () => {
    const { db, desk, article, create, edit, remove } = await useClaims();
    const claim = valueOf(await create());
    const deleted = { ...claim, ...valueOf(await remove(claim)) };
    expect(await edit(deleted)).toMatchObject({ error: { code: 'STALE' } });
    const submit = { key: newKey(), articleId: article.articleId, claims: [{ id: claim.id, version: deleted.version }] };
    expect(await submitClaims(as(db, desk.checker, 'claim.submit'), submit)).toMatchObject({ error: { code: 'STALE' } });
    const submitted = await createTestClaimIn(db, desk, article, 'submitted');
    const gone = valueOf(await remove(submitted));
    expect(await moveClaim(as(db, desk.editor, 'claim.approve'), 'approve', toVersion(gone))).toMatchObject({ error: { code: 'STALE' } });
  });
});

describe('the permission table, asked inside the write', () => {
  it('keeps other checkers from a claim, and lets its maker and editors at it', async () => {
    const { create, edit, remove, restore, desk } = await useClaims();
    const claim = valueOf(await create());
    expect(await edit(claim, { note: 'Mine now.' }, desk.otherChecker)).toMatchObject({ error: { code: 'FORBIDDEN' } });
    expect(await remove(claim, desk.otherChecker)).toMatchObject({ error: { code: 'FORBIDDEN' } });
    const edited = valueOf(await edit(claim, { note: 'An editor’s.' }, desk.editor));
    const deleted = valueOf(await remove(edited, desk.admin));
    expect(await restore(deleted, desk.otherChecker)).toMatchObject({ error: { code: 'FORBIDDEN' } });
    expect(await restore(deleted)).toMatchObject({ ok: true });
  });

  it('keeps a checker from taking out what was approved, and lets an editor', async () => {
    const { db, desk, article, remove, find } = await useClaims();
    const approved = await createTestClaimIn(db, desk, article, 'approved');
    expect(await remove(approved)).toMatchObject({ ok: false, error: { code: 'FORBIDDEN' } });
    expect(await find(approved)).toEqual(approved);
    expect(await remove(approved, desk.editor)).toMatchObject({ ok: true });
  });

  it('answers a claim that does not exist as not found', async () => {
    const { create, edit, remove, restore } = await useClaims();
    const claim = { ...valueOf(await create()), id: newId() };
    for (const answer of [await edit(claim), await remove(claim), await restore(claim)]) {
      expect(answer).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } });
    }
    expect(await create({ revisionId: newId() })).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } });
  });
});

describe('an article with very many claims', () => {
  it('is read whole', async () => {
    const { db, desk, article, live } = await useClaims();
    await insertSubmittedClaims(db, desk, article, 1500, new Date('2026-04-01T08:00:00.000Z'));
    expect(await live()).toHaveLength(1500);
    expect((await verifyDatabase(db)).checked).toMatchObject({ claims: 1500, spans: 1500 });
  });
});
