import { describe, expect, it } from 'vitest';
import { SEES_ALL } from '@/lib/assignments/sight';
import { listTransitionsOf } from '@/lib/review/data';
import { createTestClaimIn } from '../../factories/claims';
import { createClock } from '../../factories/database';
import { useDesk } from '../use-database';

describe('the steps of some claims', () => {
  it('are theirs only, oldest first, with the reasons given', async () => {
    const { db, desk, article } = await useDesk();
    const clock = createClock(undefined, 1000);
    const returned = await createTestClaimIn(db, desk, article, 'returned', { clock });
    const approved = await createTestClaimIn(db, desk, article, 'approved', { clock });
    await createTestClaimIn(db, desk, article, 'rejected', { clock });
    const steps = await listTransitionsOf(db, { sight: SEES_ALL, deskId: desk.deskId, claimIds: [approved.id, returned.id] });
    expect(steps.map(({ claimId, event, actor, reason }) => [claimId === returned.id, event, actor.id, reason])).toEqual([
      [true, 'submit', desk.checker.userId, ''],
      [true, 'return', desk.editor.userId, 'Who says so?'],
      [false, 'submit', desk.checker.userId, ''],
      [false, 'approve', desk.editor.userId, ''],
    ]);
  });

  it('of no claims are none', async () => {
    const { db, desk } = await useDesk();
    expect(await listTransitionsOf(db, { sight: SEES_ALL, deskId: desk.deskId, claimIds: [] })).toEqual([]);
  });
});
