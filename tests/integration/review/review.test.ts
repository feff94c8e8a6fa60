import { describe, expect, it } from 'vitest';
import { SEES_ALL } from '@/lib/assignments/sight';
import type { Claim } from '@/lib/claims/claim';
import { CLAIM_STATES, type ClaimState } from '@/lib/claims/claim-state';
import { findClaim } from '@/lib/claims/data';
import { deleteClaim, editClaim, restoreClaim } from '@/lib/claims/mutations';
import { newId } from '@/lib/kernel/ids';
import type { Actor } from '@/lib/permissions/roles';
import { listTransitions } from '@/lib/review/data';
import { fixAndApprove, moveClaim, submitClaims, undoDecision } from '@/lib/review/mutations';
import { createTestArticle } from '../../factories/articles';
import { createTestClaim, createTestClaimIn, insertSubmittedClaims, toEditInput, toVersion, valueOf } from '../../factories/claims';
import { createClock } from '../../factories/database';
import { as, newKey } from '../../factories/people';
import { useDesk } from '../use-database';

type Version = { readonly id: string; readonly version: number };

async function useReview() {
  const made = await useDesk();
  const { db, desk, article } = made;
  return {
    ...made,
    find: (claim: Version) => findClaim(db, { sight: SEES_ALL, deskId: desk.deskId, claimId: claim.id }),
    history: () => listTransitions(db, { sight: SEES_ALL, deskId: desk.deskId, articleId: article.articleId }),
    edit: (claim: Claim, note: string, by: Actor = desk.checker) => editClaim(as(db, by, 'claim.edit'), toEditInput(claim, { note })),
    submit: (claims: readonly Version[], by: Actor = desk.checker) =>
      submitClaims(as(db, by, 'claim.submit'), {
        key: newKey(),
        articleId: article.articleId,
        claims: claims.map(({ id, version }) => ({ id, version })),
      }),
    withdraw: (claim: Version, by: Actor = desk.checker) => moveClaim(as(db, by, 'claim.withdraw'), 'withdraw', toVersion(claim)),
    approve: (claim: Version, by: Actor = desk.editor) => moveClaim(as(db, by, 'claim.approve'), 'approve', toVersion(claim)),
    giveBack: (claim: Version, reason = 'Who says so?', by: Actor = desk.editor) =>
      moveClaim(as(db, by, 'claim.return'), 'return', { ...toVersion(claim), reason }),
    reject: (claim: Version, reason = 'Not a claim.', by: Actor = desk.editor) =>
      moveClaim(as(db, by, 'claim.reject'), 'reject', { ...toVersion(claim), reason }),
    fix: (claim: Claim, note: string, by: Actor = desk.editor) => fixAndApprove(as(db, by, 'claim.approve'), toEditInput(claim, { note })),
    undo: (claim: Version, by: Actor = desk.editor) => undoDecision(as(db, by, 'claim.undo_decision'), toVersion(claim)),
  };
}

describe('submitting', () => {
  it('hands over all the claims and says when', async () => {
    const { db, desk, article, history } = await useReview();
    const drafts = [await createTestClaim(db, desk.checker, article), await createTestClaim(db, desk.checker, article)];
    const clock = createClock('2026-04-01T08:00:00.000Z');
    const input = { key: newKey(), articleId: article.articleId, claims: drafts.map(({ id, version }) => ({ id, version })) };
    const submitted = valueOf(await submitClaims(as(db, desk.checker, 'claim.submit', { clock }), input));
    expect(submitted).toMatchObject(drafts.map(({ id }) => ({ id, state: 'submitted', version: 2, submittedAt: clock() })));
    expect((await history()).map(({ event, from, to }) => [event, from, to])).toEqual([
      ['submit', 'draft', 'submitted'],
      ['submit', 'draft', 'submitted'],
    ]);
  });

  it.each([
    ['is stale', 'STALE'],
    ['is not there', 'NOT_FOUND'],
    ['is submitted already', 'ILLEGAL_TRANSITION'],
    ['is another checker’s', 'FORBIDDEN'],
    ['is of another article', 'NOT_FOUND'],
    ['comes twice', 'STALE'],
  ])('moves none of them when the last one %s', async (what, code) => {
    const { db, desk, article, submit, find, history } = await useReview();
    const good = [await createTestClaim(db, desk.checker, article), await createTestClaim(db, desk.checker, article)];
    const odd: Record<string, () => Promise<Version>> = {
      'is stale': async () => ({ ...(await createTestClaim(db, desk.checker, article)), version: 7 }),
      'is not there': async () => ({ id: newId(), version: 1 }),
      'is submitted already': () => createTestClaimIn(db, desk, article, 'submitted'),
      'is another checker’s': () => createTestClaim(db, desk.otherChecker, article),
      'is of another article': async () => createTestClaim(db, desk.checker, await createTestArticle(db, desk.checker)),
      'comes twice': async () => good[0] as Claim,
    };
    const last = await (odd[what] as () => Promise<Version>)();
    const before = (await history()).length;
    const events = await db.read.auditEvent.count();
    expect(await submit([...good, last])).toMatchObject({ ok: false, error: { code } });
    expect(await Promise.all(good.map(find))).toMatchObject([
      { state: 'draft', version: 1 },
      { state: 'draft', version: 1 },
    ]);
    expect((await history()).length).toBe(before);
    expect(await db.read.auditEvent.count()).toBe(events);
  });

  it('hands over as many as it takes, in the order given', async () => {
    const { db, desk, article, submit, history } = await useReview();
    const many = await insertSubmittedClaims(db, desk, article, 901, new Date('2026-04-01T08:00:00.000Z'));
    await db.transact((tx) => tx.claim.updateMany({ data: { state: 'draft' } }));
    await db.transact((tx) => tx.claim.updateMany({ where: { number: { lte: 3 } }, data: { version: 7 } }));
    const wanted = many.map(({ id }, at) => ({ id, version: at < 3 ? 7 : 2 })).reverse();
    const submitted = valueOf(await submit(wanted));
    expect(submitted.map(({ id, version, state }) => [id, version, state])).toEqual(
      wanted.map(({ id, version }) => [id, version + 1, 'submitted']),
    );
    expect((await history()).map(({ claimVersion }) => claimVersion).sort()).toEqual([...Array(898).fill(3), 8, 8, 8]);
  });

  it('is open to an editor for a checker’s claims', async () => {
    const { db, desk, article, submit } = await useReview();
    const draft = await createTestClaim(db, desk.checker, article);
    expect(await submit([draft], desk.editor)).toMatchObject({ ok: true });
  });
});

describe('deciding', () => {
  it('approves, returns and rejects, each as one step with its reason', async () => {
    const { db, desk, article, approve, giveBack, reject, history } = await useReview();
    const [a, b, c] = [
      await createTestClaimIn(db, desk, article, 'submitted'),
      await createTestClaimIn(db, desk, article, 'submitted'),
      await createTestClaimIn(db, desk, article, 'submitted'),
    ];
    expect(valueOf(await approve(a))).toMatchObject({ state: 'approved', version: 3, reason: null });
    expect(valueOf(await giveBack(b, 'Quote it.'))).toMatchObject({
      state: 'returned',
      reason: { text: 'Quote it.', by: { id: desk.editor.userId } },
    });
    expect(valueOf(await reject(c, 'An opinion.'))).toMatchObject({ state: 'rejected', reason: { text: 'An opinion.' } });
    expect((await history()).slice(-3).map(({ event, reason, actor, claimVersion }) => [event, reason, actor.id, claimVersion])).toEqual([
      ['approve', '', desk.editor.userId, 3],
      ['return', 'Quote it.', desk.editor.userId, 3],
      ['reject', 'An opinion.', desk.editor.userId, 3],
    ]);
  });

  it('lets one of two editors through when both decide at once', async () => {
    const { db, desk, article, approve, reject, find } = await useReview();
    const claim = await createTestClaimIn(db, desk, article, 'submitted');
    const [first, second] = await Promise.all([approve(claim), reject(claim, 'No.', desk.otherEditor)]);
    expect(first).toMatchObject({ ok: true });
    expect(second).toMatchObject({ ok: false, error: { code: 'STALE', current: { state: 'approved' } } });
    expect(await find(claim)).toMatchObject({ state: 'approved' });
  });

  it('says to the one who comes too late who was quicker and what they did', async () => {
    const { db, desk, article, approve, giveBack, reject, fix, edit } = await useReview();
    const late = async (before: (claim: Claim) => Promise<unknown>, by = desk.otherEditor) => {
      const claim = await createTestClaimIn(db, desk, article, 'submitted');
      await before(claim);
      const answer = await reject(claim, 'No.', by);
      return answer.ok ? null : answer.error.message.replace(`claim ${claim.number}`, 'it');
    };
    const { editor, checker } = desk;
    expect(await late((claim) => approve(claim))).toBe(`${editor.name} approved it just now.`);
    expect(await late((claim) => giveBack(claim))).toBe(`${editor.name} returned it just now.`);
    expect(await late((claim) => fix(claim, 'Fixed.'))).toBe(`${editor.name} fixed and approved it just now.`);
    expect(await late((claim) => edit(claim, 'Edited.'))).toBe(`${checker.name} edited it just now.`);
    expect(await late((claim) => deleteClaim(as(db, checker, 'claim.delete'), toVersion(claim)))).toBe(
      `${checker.name} deleted it just now.`,
    );
    expect(await late((claim) => approve(claim), editor)).toBe('You approved it just now, in another window.');
  });

  it('shows the reason until the claim is submitted again', async () => {
    const { db, desk, article, submit } = await useReview();
    const returned = await createTestClaimIn(db, desk, article, 'returned');
    expect(returned.reason).toMatchObject({ text: 'Who says so?' });
    const [again] = valueOf(await submit([returned]));
    expect(again).toMatchObject({ state: 'submitted', reason: null });
  });

  it('keeps showing the last reason when the clock was set back since', async () => {
    const { db, desk, article, submit, find } = await useReview();
    const returned = await createTestClaimIn(db, desk, article, 'returned', { clock: createClock('2026-04-01T12:00:00.000Z') });
    const [again] = valueOf(await submit([returned]));
    const clock = createClock('2026-03-01T12:00:00.000Z');
    const input = { ...toVersion(again as Claim), reason: 'Still: who?' };
    valueOf(await moveClaim(as(db, desk.editor, 'claim.return', { clock }), 'return', input));
    expect(await find(returned)).toMatchObject({ state: 'returned', reason: { text: 'Still: who?' } });
  });

  it('takes a step back with withdraw, by the maker and by an editor', async () => {
    const { db, desk, article, withdraw } = await useReview();
    const [a, b, c] = [
      await createTestClaimIn(db, desk, article, 'submitted'),
      await createTestClaimIn(db, desk, article, 'submitted'),
      await createTestClaimIn(db, desk, article, 'submitted'),
    ];
    expect(valueOf(await withdraw(a))).toMatchObject({ state: 'draft', version: 3 });
    expect(valueOf(await withdraw(b, desk.editor))).toMatchObject({ state: 'draft' });
    expect(await withdraw(c, desk.otherChecker)).toMatchObject({ error: { code: 'FORBIDDEN' } });
  });

  it('brings a withdrawn claim back to where it was handed in from, with the question that was open there', async () => {
    const { db, desk, article, submit, withdraw, giveBack, undo } = await useReview();
    const returned = await createTestClaimIn(db, desk, article, 'returned');
    const [again] = valueOf(await submit([returned]));
    const back = valueOf(await withdraw(again as Claim));
    expect(back).toMatchObject({ state: 'returned', reason: { text: 'Who says so?', by: { id: desk.editor.userId } } });
    const [third] = valueOf(await submit([back]));
    const undone = valueOf(await undo(valueOf(await giveBack(third as Claim, 'Still: who?'))));
    expect(valueOf(await withdraw(undone))).toMatchObject({ state: 'returned', reason: { text: 'Who says so?' } });
    const reopened = await createTestClaimIn(db, desk, article, 'reopened');
    const [handedIn] = valueOf(await submit([reopened]));
    expect(valueOf(await withdraw(handedIn as Claim))).toMatchObject({ state: 'reopened', reason: null });
  });

  it('does not take a withdrawal for the decision it uncovers', async () => {
    const { db, desk, article, submit, withdraw, undo, find } = await useReview();
    const returned = await createTestClaimIn(db, desk, article, 'returned');
    const [again] = valueOf(await submit([returned]));
    const back = valueOf(await withdraw(again as Claim));
    expect(await undo(back)).toMatchObject({ ok: false, error: { code: 'ILLEGAL_TRANSITION' } });
    expect(await find(back)).toEqual(back);
  });

  it('is not for checkers', async () => {
    const { db, desk, article, approve, giveBack, reject, fix, undo, find } = await useReview();
    const claim = await createTestClaimIn(db, desk, article, 'submitted');
    for (const by of [desk.checker, desk.otherChecker]) {
      const answers = [
        await approve(claim, by),
        await giveBack(claim, 'No.', by),
        await reject(claim, 'No.', by),
        await fix(claim, 'Fixed.', by),
      ];
      for (const answer of answers) expect(answer).toMatchObject({ ok: false, error: { code: 'FORBIDDEN' } });
    }
    const approved = await createTestClaimIn(db, desk, article, 'approved');
    expect(await undo(approved, desk.checker)).toMatchObject({ error: { code: 'FORBIDDEN' } });
    expect(await find(claim)).toEqual(claim);
  });
});

describe('the transition table, from every state', () => {
  const ALLOWED: Readonly<Record<string, readonly ClaimState[]>> = {
    submit: ['draft', 'returned', 'reopened'],
    withdraw: ['submitted'],
    approve: ['submitted'],
    giveBack: ['submitted'],
    reject: ['submitted'],
    fix: ['submitted'],
    undo: ['approved', 'returned', 'rejected'],
  };

  it.each(CLAIM_STATES)('lets a %s claim take only its own steps, and changes nothing otherwise', async (state) => {
    const review = await useReview();
    const { db, desk, article, find } = review;
    const steps: Record<string, (claim: Claim) => Promise<{ ok: boolean }>> = {
      submit: (claim) => review.submit([claim]),
      withdraw: review.withdraw,
      approve: (claim) => review.approve(claim, desk.otherEditor),
      giveBack: (claim) => review.giveBack(claim),
      reject: (claim) => review.reject(claim),
      fix: (claim) => review.fix(claim, 'Fixed.', desk.otherEditor),
      undo: (claim) => review.undo(claim),
    };
    for (const [name, step] of Object.entries(steps)) {
      const claim = await createTestClaimIn(db, desk, article, state);
      const answer = await step(claim);
      if (ALLOWED[name]?.includes(state)) expect(answer, name).toMatchObject({ ok: true });
      else {
        expect(answer, name).toMatchObject({ ok: false, error: { code: 'ILLEGAL_TRANSITION' } });
        expect(await find(claim), name).toEqual(claim);
      }
    }
  });
});

describe('four eyes', () => {
  it('keeps the one who made a claim from approving it', async () => {
    const { db, desk, article, approve, fix, submit } = await useReview();
    const own = await createTestClaim(db, desk.editor, article);
    const [submitted] = valueOf(await submit([own], desk.editor));
    expect(await approve(submitted as Claim)).toMatchObject({ ok: false, error: { code: 'FOUR_EYES' } });
    expect(await fix(submitted as Claim, 'Fixed.')).toMatchObject({ ok: false, error: { code: 'FOUR_EYES' } });
    expect(await approve(submitted as Claim, desk.otherEditor)).toMatchObject({ ok: true });
  });

  it('keeps the one who edited it last from approving it, administrators too', async () => {
    const { db, desk, article, approve, edit } = await useReview();
    for (const by of [desk.editor, desk.admin]) {
      const claim = await createTestClaimIn(db, desk, article, 'submitted');
      const edited = valueOf(await edit(claim, 'An editor’s hand.', by));
      expect(await approve(edited, by)).toMatchObject({ ok: false, error: { code: 'FOUR_EYES' } });
      expect(await approve(edited, desk.otherEditor)).toMatchObject({ ok: true });
    }
  });

  it('is asked of the claim as it is inside the write, not as it was when the request came', async () => {
    const { db, desk, article, approve, edit } = await useReview();
    const claim = await createTestClaimIn(db, desk, article, 'submitted');
    const [edited, approved] = await Promise.all([edit(claim, 'An editor’s hand.', desk.editor), approve({ ...claim, version: 3 })]);
    expect(edited).toMatchObject({ ok: true, value: { version: 3 } });
    expect(approved).toMatchObject({ ok: false, error: { code: 'FOUR_EYES' } });
  });

  it('lets the maker return or reject, which approves nothing', async () => {
    const { db, desk, article, giveBack, submit } = await useReview();
    const [submitted] = valueOf(await submit([await createTestClaim(db, desk.editor, article)], desk.editor));
    expect(await giveBack(submitted as Claim)).toMatchObject({ ok: true });
  });

  it('lets the editor who fixed it be the one who approved it, since the checker is the other pair', async () => {
    const { db, desk, article, fix } = await useReview();
    const claim = await createTestClaimIn(db, desk, article, 'submitted');
    expect(valueOf(await fix(claim, 'Fixed.'))).toMatchObject({
      state: 'approved',
      version: 3,
      note: 'Fixed.',
      lastEditedBy: { id: desk.editor.userId },
    });
  });
});

describe('taking a decision back', () => {
  it.each(['approved', 'returned', 'rejected'] as const)('puts a claim that was %s back in the queue, at its old place', async (state) => {
    const { db, desk, article, undo, history } = await useReview();
    const decided = await createTestClaimIn(db, desk, article, state);
    const undone = valueOf(await undo(decided, desk.otherEditor));
    expect(undone).toMatchObject({ state: 'submitted', version: 4, reason: null, submittedAt: decided.submittedAt });
    expect((await history()).at(-1)).toMatchObject({
      event: 'undo_decision',
      from: state,
      to: 'submitted',
      actor: { id: desk.otherEditor.userId },
    });
  });

  it('restores the tag, its spans and its last editor after a fix and approve, so that four eyes holds as before', async () => {
    const { db, desk, article, undo, find, approve } = await useReview();
    const claim = await createTestClaimIn(db, desk, article, 'submitted', {
      spans: [
        { start: 19, end: 28 },
        { start: 0, end: 9 },
      ],
      note: 'As the checker had it.',
    });
    const different = { spans: [{ start: 4, end: 18 }], sourceType: 'author', source: null, confidence: 'low', note: 'Fixed.' } as const;
    const input = toEditInput(claim, { ...different, spans: [...different.spans] });
    const fixed = valueOf(await fixAndApprove(as(db, desk.editor, 'claim.approve'), input));
    expect(fixed).toMatchObject({ state: 'approved', ...different, lastEditedBy: { id: desk.editor.userId } });
    const undone = valueOf(await undo(fixed));
    const { updatedAt: _, version: __, ...asBefore } = claim;
    expect(undone).toMatchObject({ ...asBefore, version: 4 });
    expect(await find(claim)).toEqual(undone);
    expect(await approve(undone)).toMatchObject({ ok: true });
  });

  it('leaves an earlier edit alone when the approval brought no fix', async () => {
    const { db, desk, article, edit, approve, undo } = await useReview();
    const claim = await createTestClaimIn(db, desk, article, 'submitted');
    const edited = valueOf(await edit(claim, 'The checker’s own edit.'));
    const approved = valueOf(await approve(edited));
    expect(valueOf(await undo(approved))).toMatchObject({ note: 'The checker’s own edit.', state: 'submitted' });
  });

  it('takes back the newest of two fixes only', async () => {
    const { db, desk, article, fix, undo } = await useReview();
    const claim = await createTestClaimIn(db, desk, article, 'submitted', { note: 'Original.' });
    const once = valueOf(await undo(valueOf(await fix(claim, 'First fix.'))));
    const twice = valueOf(await undo(valueOf(await fix(once, 'Second fix.', desk.otherEditor))));
    expect(twice).toMatchObject({ note: 'Original.', lastEditedBy: { id: desk.checker.userId }, version: 6 });
  });

  it('takes back a fix when the clock was set back before it', async () => {
    const { db, desk, article, undo } = await useReview();
    const claim = await createTestClaimIn(db, desk, article, 'submitted', {
      note: 'Original.',
      clock: createClock('2026-04-01T12:00:00.000Z'),
    });
    const edited = valueOf(
      await editClaim(
        as(db, desk.checker, 'claim.edit', { clock: createClock('2026-04-01T12:00:01.000Z') }),
        toEditInput(claim, { note: 'Checked.' }),
      ),
    );
    const clock = createClock('2026-03-01T12:00:00.000Z');
    const fixed = valueOf(await fixAndApprove(as(db, desk.editor, 'claim.approve', { clock }), toEditInput(edited, { note: 'Fixed.' })));
    expect(valueOf(await undo(fixed))).toMatchObject({ note: 'Checked.', state: 'submitted', lastEditedBy: { id: desk.checker.userId } });
  });

  it('is refused once something happened to the claim after the decision', async () => {
    const { db, desk, article, edit, undo, find } = await useReview();
    const returned = await createTestClaimIn(db, desk, article, 'returned');
    const edited = valueOf(await edit(returned, 'Worked on again.'));
    expect(await undo(edited)).toMatchObject({
      ok: false,
      error: { code: 'ILLEGAL_TRANSITION', message: expect.stringContaining('changed after the decision') },
    });
    expect(await find(returned)).toEqual(edited);
  });

  it('is refused after the claim was deleted and brought back', async () => {
    const { db, desk, article, undo } = await useReview();
    const approved = await createTestClaimIn(db, desk, article, 'approved');
    const deleted = valueOf(await deleteClaim(as(db, desk.otherEditor, 'claim.delete'), toVersion(approved)));
    const restored = valueOf(await restoreClaim(as(db, desk.otherEditor, 'claim.delete'), toVersion(deleted)));
    expect(await undo(restored)).toMatchObject({ ok: false, error: { code: 'ILLEGAL_TRANSITION' } });
  });

  it('is refused a second time', async () => {
    const { db, desk, article, undo } = await useReview();
    const undone = valueOf(await undo(await createTestClaimIn(db, desk, article, 'approved')));
    expect(await undo(undone)).toMatchObject({ ok: false, error: { code: 'ILLEGAL_TRANSITION' } });
  });
});
