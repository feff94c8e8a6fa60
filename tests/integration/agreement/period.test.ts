import { describe, expect, it } from 'vitest';
import { listChecked, readJudgements, readStates } from '@/lib/agreement/period/data';
import { SEES_ALL } from '@/lib/assignments/sight';
import { deleteClaim, editClaim } from '@/lib/claims/mutations';
import { withoutPause } from '@/lib/kernel/pause';
import { createTestArticle } from '../../factories/articles';
import { assign, assignBlind, handInCheck } from '../../factories/assignments';
import { createTestClaimIn, toEditInput, toVersion, valueOf } from '../../factories/claims';
import { createClock } from '../../factories/database';
import { as } from '../../factories/people';
import { useDesk } from '../use-database';

describe('articles that were checked blind', () => {
  it('belong to the moment at which the last of as many as were asked for handed in', async () => {
    const { db, desk, article } = await useDesk();
    const clock = createClock('2026-03-01T09:00:00.000Z');
    await assign(db, desk, article, { checkers: 2, people: [desk.checker.userId, desk.otherChecker.userId], clock });
    await assign(db, desk, await createTestArticle(db, desk.checker), { checkers: 1, people: [desk.checker.userId], clock });
    const scope = { deskId: desk.deskId, sight: SEES_ALL };
    const between = (from: string, to: string) => listChecked(db, scope, { from: new Date(from), to: new Date(to) });
    valueOf(await handInCheck(db, desk.checker, article, clock));
    expect(await between('2026-01-01', '2027-01-01')).toEqual([]);
    clock.advance(40 * 86_400_000);
    valueOf(await handInCheck(db, desk.otherChecker, article, clock));
    expect(await between('2026-03-01', '2026-04-10')).toEqual([]);
    expect(await between('2026-04-10', '2026-04-11')).toMatchObject([
      { articleId: article.articleId, at: new Date('2026-04-10T09:00:00.000Z') },
    ]);
  });

  it('are compared once, and again when a claim or a part of them changed', async () => {
    const { db, desk, article } = await useDesk();
    await assignBlind(db, desk, article, [desk.checker, desk.otherChecker]);
    const claim = await createTestClaimIn(db, desk, article, 'submitted');
    await createTestClaimIn(db, { ...desk, checker: desk.otherChecker }, article, 'submitted');
    for (const person of [desk.checker, desk.otherChecker]) valueOf(await handInCheck(db, person, article));
    const kept = new Map();
    const scope = { deskId: desk.deskId, sight: SEES_ALL };
    const others = { pause: withoutPause, tell: () => {} };
    const read = async () => {
      const states = await readStates(db, scope, [article.articleId], withoutPause);
      return (await readJudgements(db, scope, states, others, kept)).get(article.articleId);
    };
    const first = await read();
    expect(first).toMatchObject({ matched: 1, alone: 0 });
    expect(await read()).toBe(first);
    const edited = valueOf(await editClaim(as(db, desk.checker, 'claim.edit'), toEditInput(claim, { confidence: 'low' })));
    const second = await read();
    expect(second).not.toBe(first);
    expect(second?.rows[0]?.map(({ values }) => values[3]).sort()).toEqual(['high', 'low']);
    valueOf(await deleteClaim(as(db, desk.checker, 'claim.delete'), toVersion(edited)));
    expect(await read()).toMatchObject({ matched: 0, alone: 1 });
  });
});
