import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SEES_ALL } from '@/lib/assignments/sight';
import type { Claim } from '@/lib/claims/claim';
import { findClaim } from '@/lib/claims/data';
import { deleteClaim, editClaim, restoreClaim } from '@/lib/claims/mutations';
import { checkTally, checkTallyCounts, countByList, listTally } from '@/lib/claims/tally/data';
import { renewTally } from '@/lib/claims/tally/mutations';
import type { Database } from '@/lib/db/database';
import { moveClaim, submitClaims, undoDecision } from '@/lib/review/mutations';
import { createTestClaim, toEditInput, toVersion } from '../../factories/claims';
import { createClock } from '../../factories/database';
import { as, newKey, type TestDesk } from '../../factories/people';
import { useDesk } from '../use-database';

const VERBS = ['create', 'submit', 'approve', 'return', 'reject', 'undo', 'withdraw', 'edit', 'delete', 'restore'] as const;
const act = fc.record({ verb: fc.constantFrom(...VERBS, 'create', 'submit'), claim: fc.nat(9), hours: fc.nat(60), editor: fc.boolean() });
const ALL_DAYS = { from: 0, to: 40_000 };

async function problemsOf(db: Database): Promise<readonly string[]> {
  const ids = (await db.rows<{ id: string }>('SELECT "id" FROM "Claim"', [])).map(({ id }) => id);
  const marks = await db.rows<{ claimId: string }>('SELECT "claimId" FROM "TallyMark"', []);
  return [...(await checkTally(db, ids)), ...(await checkTallyCounts(db)), ...marks.map(({ claimId }) => `${claimId} is marked.`)];
}

/** Every list's count beside how many steps are found in it, page after page. */
async function countsAndLists(db: Database, { deskId }: TestDesk) {
  const scope = { deskId, sight: SEES_ALL };
  const counts = await countByList(db, scope, ALL_DAYS);
  return Promise.all(
    counts.map(async ({ steps, ...list }) => {
      const found: number[] = [];
      for (let after: { at: number; id: number } | null = null; ; ) {
        const page = await listTally(db, scope, { lists: [list], days: ALL_DAYS, after, limit: 2 });
        found.push(...page.map(({ id }) => id));
        const last = page.at(-1);
        if (last === undefined) return { ...list, counted: steps, listed: new Set(found).size };
        after = { at: last.at, id: last.id };
      }
    }),
  );
}

describe('the tally of what was done with claims', () => {
  it('counts each step that stands once, for its person, its reason and the wait before it', async () => {
    const { db, desk, article } = await useDesk();
    const clock = createClock('2026-03-02T09:00:00.000Z');
    const by = { clock };
    const draft = await createTestClaim(db, desk.checker, article, by);
    const submit = async (claim: Pick<Claim, 'id' | 'version'>) => {
      const result = await submitClaims(as(db, desk.checker, 'claim.submit', by), {
        key: newKey(),
        articleId: article.articleId,
        claims: [{ id: claim.id, version: claim.version }],
      });
      if (!result.ok) throw new Error(result.error.message);
      return result.value[0] as Claim;
    };
    let claim = await submit(draft);
    clock.advance(5 * 3_600_000);
    const returned = await moveClaim(as(db, desk.editor, 'claim.return', by), 'return', {
      ...toVersion(claim),
      reason: 'Who says so?',
      reasonId: 'wrong_source',
    });
    if (!returned.ok) throw new Error(returned.error.message);
    claim = await submit(returned.value);
    clock.advance(60_000);
    const approved = await moveClaim(as(db, desk.editor, 'claim.approve', by), 'approve', toVersion(claim));
    if (!approved.ok) throw new Error(approved.error.message);
    const undone = await undoDecision(as(db, desk.editor, 'claim.undo_decision', by), toVersion(approved.value));
    if (!undone.ok) throw new Error(undone.error.message);
    const counts = await countByList(db, { deskId: desk.deskId, sight: SEES_ALL }, ALL_DAYS);
    expect(counts.map(({ kind, ref, steps }) => [kind, ref, steps]).sort()).toEqual(
      [
        ['made', '', 1],
        ['made', desk.checker.userId, 1],
        ['submitted', '', 2],
        ['submitted', desk.checker.userId, 2],
        ['returned', '', 1],
        ['returned', desk.editor.userId, 1],
        ['reason', 'wrong_source', 1],
        ['waited', '14', 1],
      ].sort(),
    );
    expect(await problemsOf(db)).toEqual([]);
    const [step] = await listTally(
      db,
      { deskId: desk.deskId, sight: SEES_ALL },
      { lists: [{ kind: 'returned', ref: '' }], days: ALL_DAYS, after: null, limit: 9 },
    );
    expect(step).toMatchObject({ claimId: draft.id, waited: 5 * 3_600_000, reason: 'Who says so?' });
  });

  it('is what follows from the claims whatever people do, every count has as many steps in its list, and made anew it is the same', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 5, maxLength: 25 }), async (acts) => {
        const { db, desk, article } = await useDesk();
        const clock = createClock('2026-03-02T09:00:00.000Z');
        for (const one of acts) {
          clock.advance(one.hours * 3_600_000);
          await perform(db, desk, article, one, clock);
        }
        expect(await problemsOf(db)).toEqual([]);
        const counted = await countsAndLists(db, desk);
        for (const { counted: n, listed, ...list } of counted) expect([list, listed]).toEqual([list, n]);
        await renewTally(db);
        expect(await problemsOf(db)).toEqual([]);
        expect(new Set(await countsAndLists(db, desk))).toEqual(new Set(counted));
      }),
      { numRuns: 12 },
    );
  });
});

async function perform(
  db: Database,
  desk: TestDesk,
  article: Parameters<typeof createTestClaim>[2],
  { verb, claim: which, editor: first }: { verb: (typeof VERBS)[number]; claim: number; editor: boolean },
  clock: ReturnType<typeof createClock>,
): Promise<unknown> {
  if (verb === 'create') return createTestClaim(db, desk.checker, article, { clock });
  const rows = await db.read.claim.findMany({ orderBy: { number: 'asc' }, select: { id: true, version: true, deletedAt: true } });
  const claim = rows.filter(({ deletedAt }) => (deletedAt !== null) === (verb === 'restore'))[which % Math.max(1, rows.length)];
  if (claim === undefined) return null;
  const editor = first ? desk.editor : desk.otherEditor;
  const more = { clock };
  const reason = { ...toVersion(claim), reason: 'So.' };
  switch (verb) {
    case 'submit':
      return submitClaims(as(db, desk.checker, 'claim.submit', more), {
        key: newKey(),
        articleId: article.articleId,
        claims: [{ id: claim.id, version: claim.version }],
      });
    case 'withdraw':
      return moveClaim(as(db, desk.checker, 'claim.withdraw', more), 'withdraw', toVersion(claim));
    case 'approve':
      return moveClaim(as(db, editor, 'claim.approve', more), 'approve', toVersion(claim));
    case 'return':
      return moveClaim(as(db, editor, 'claim.return', more), 'return', first ? { ...reason, reasonId: 'wrong_span' } : reason);
    case 'reject':
      return moveClaim(as(db, editor, 'claim.reject', more), 'reject', reason);
    case 'undo':
      return undoDecision(as(db, editor, 'claim.undo_decision', more), toVersion(claim));
    case 'delete':
      return deleteClaim(as(db, editor, 'claim.delete', more), toVersion(claim));
    case 'restore':
      return restoreClaim(as(db, editor, 'claim.delete', more), toVersion(claim));
    case 'edit': {
      const whole = await findClaim(db, { deskId: desk.deskId, claimId: claim.id, sight: SEES_ALL });
      return whole === null
        ? null
        : editClaim(as(db, desk.checker, 'claim.edit', more), toEditInput(whole, { note: `Edited at ${clock().getTime()}.` }));
    }
  }
}
