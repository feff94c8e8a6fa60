import { setImmediate } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { SEES_ALL } from '@/lib/assignments/sight';
import { CLAIM_STATES } from '@/lib/claims/claim-state';
import { readReport } from '@/lib/export/data';
import { createTestClaimIn } from '../../factories/claims';
import { useDesk } from '../use-database';

const ALL = { kind: 'working_copy', states: CLAIM_STATES } as const;

async function useArticle() {
  const { db, desk, article } = await useDesk();
  await createTestClaimIn(db, desk, article, 'draft', {});
  const scope = { sight: SEES_ALL, deskId: desk.deskId, articleId: article.articleId, now: new Date(0) };
  return { db, scope, write: () => createTestClaimIn(db, desk, article, 'approved', {}) };
}

it('a report that was being read when somebody wrote holds the whole of what they wrote', async () => {
  const { db, scope, write } = await useArticle();
  let pauses = 0;
  const model = await readReport(db, scope, ALL, async () => {
    pauses++;
    // The claims have been read by then, their steps have not.
    if (pauses === 1) await write();
  });
  expect(model?.claims.map(({ state, approval }) => [state, approval === null])).toEqual([
    ['draft', true],
    ['approved', false],
  ]);
});

it('a report is read in one go where somebody writes whenever there is a pause', async () => {
  const { db, scope, write } = await useArticle();
  let writes = 0;
  const model = await readReport(db, scope, ALL, async () => {
    if (writes < 12) writes += (await write()) === null ? 0 : 1;
  });
  expect(model?.claims.length).toBeGreaterThan(3);
  for (const { state, approval } of model?.claims ?? []) expect(approval === null).toBe(state === 'draft');
});

it('others have their turn while a report is read and worked out', async () => {
  const { db, scope } = await useArticle();
  let turns = 0;
  const other = () => void turns++;
  await readReport(db, scope, ALL, async () => {
    globalThis.setImmediate(other);
    await setImmediate();
  });
  expect(turns).toBeGreaterThan(5);
});

it('the reading of a report stops at once when nobody waits for it', async () => {
  const { db, scope } = await useArticle();
  let pauses = 0;
  const gone = readReport(db, scope, ALL, () => {
    pauses++;
    return Promise.reject(new Error('The reader has gone.'));
  });
  await expect(gone).rejects.toThrow('The reader has gone.');
  expect(pauses).toBe(1);
});
