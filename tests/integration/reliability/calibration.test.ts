import { describe, expect, it } from 'vitest';
import { findSight } from '@/lib/assignments/data';
import { SEES_ALL } from '@/lib/assignments/sight';
import type { Claim } from '@/lib/claims/claim';
import { type Finding, NO_FINDING } from '@/lib/claims/finding';
import { editClaim } from '@/lib/claims/mutations';
import type { Database } from '@/lib/db/database';
import type { Actor } from '@/lib/permissions/roles';
import { toViewer } from '@/lib/permissions/viewer';
import { calibrationOf } from '@/lib/reliability/calibration/calibration';
import { readForecasts } from '@/lib/reliability/calibration/data';
import { assignBlind } from '../../factories/assignments';
import { createTestClaim, toEditInput, valueOf } from '../../factories/claims';
import { as } from '../../factories/people';
import { useDesk } from '../use-database';

/** Has somebody write the claim's finding; everything else stays. */
async function find(db: Database, actor: Actor, claim: Claim, finding: Partial<Finding>): Promise<Claim> {
  const input = toEditInput(claim, { details: { finding: { ...claim.finding, ...finding } } });
  return valueOf(await editClaim(as(db, actor, 'claim.edit'), input));
}

const likely = { ...NO_FINDING, likelihood: 'likely' } as const;

describe('what people gave a likelihood', () => {
  it('is read from the trail as it stood before the check was settled, each person’s own', async () => {
    const { db, desk, article } = await useDesk();
    const scope = { deskId: desk.deskId, sight: SEES_ALL };
    const claim = await createTestClaim(db, desk.checker, article, { details: { finding: likely } });
    const doubted = await find(db, desk.editor, claim, { likelihood: 'unlikely' });
    const settled = await find(db, desk.checker, doubted, { contentCheck: 'confirmed' });
    await find(db, desk.otherEditor, settled, { likelihood: 'almost_certain' });
    const late = await createTestClaim(db, desk.checker, article, { details: { finding: { ...likely, contentCheck: 'contradicted' } } });
    const forecasts = await readForecasts(db, scope);
    expect(forecasts.get(desk.checker.userId)).toMatchObject([
      { claimId: claim.id, likelihood: 'likely', contentCheck: 'confirmed' },
      { claimId: late.id, likelihood: null },
    ]);
    expect(forecasts.get(desk.editor.userId)).toMatchObject([{ claimId: claim.id, likelihood: 'unlikely' }]);
    expect(forecasts.get(desk.otherEditor.userId)).toMatchObject([{ claimId: claim.id, likelihood: null }]);
    const alone = await readForecasts(db, { ...scope, personId: desk.editor.userId });
    expect([...alone.keys()]).toEqual([desk.editor.userId]);
    expect(calibrationOf(forecasts.get(desk.editor.userId) ?? [])).toMatchObject({
      defined: true,
      n: 1,
      score: expect.closeTo(0.675 ** 2, 10),
    });
  });

  it('still counts when it was taken away after the answer', async () => {
    const { db, desk, article } = await useDesk();
    const claim = await createTestClaim(db, desk.checker, article, { details: { finding: likely } });
    const missed = await find(db, desk.checker, claim, { contentCheck: 'contradicted' });
    await find(db, desk.checker, missed, { likelihood: null });
    const forecasts = await readForecasts(db, { deskId: desk.deskId, sight: SEES_ALL });
    expect(forecasts.get(desk.checker.userId)).toMatchObject([{ likelihood: 'likely', contentCheck: 'contradicted' }]);
  });

  it('is too late where another claim that says the same was settled first', async () => {
    const { db, desk, article } = await useDesk();
    const first = await createTestClaim(db, desk.checker, article, { details: { finding: { ...NO_FINDING, contentCheck: 'confirmed' } } });
    const same = { relations: [{ kind: 'same_origin', claimId: first.id, note: '' }] as const };
    const second = await createTestClaim(db, desk.checker, article, { details: { finding: likely, relations: [...same.relations] } });
    await find(db, desk.checker, second, { contentCheck: 'confirmed' });
    const forecasts = await readForecasts(db, { deskId: desk.deskId, sight: SEES_ALL });
    expect(forecasts.get(desk.checker.userId)).toMatchObject([{ claimId: second.id, likelihood: null }]);
  });

  it('tells a blind checker nothing of the others’', async () => {
    const { db, desk, article } = await useDesk();
    await assignBlind(db, desk, article, [desk.checker, desk.editor]);
    const claim = await createTestClaim(db, desk.checker, article, { details: { finding: likely } });
    await find(db, desk.checker, claim, { contentCheck: 'confirmed' });
    const read = async (actor: Actor) => {
      const sight = await findSight(db, { deskId: desk.deskId, ...toViewer(actor) });
      return (await readForecasts(db, { deskId: desk.deskId, sight })).size;
    };
    expect([await read(desk.checker), await read(desk.editor), await read(desk.otherEditor)]).toEqual([1, 0, 1]);
  });
});
