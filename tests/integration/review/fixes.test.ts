import { describe, expect, it } from 'vitest';
import { newLink } from '@/lib/attribution/chain';
import { toChainInput } from '@/lib/attribution/chain-input';
import { editClaim } from '@/lib/claims/mutations';
import { listFixes } from '@/lib/review/fixes/data';
import { fixAndApprove, undoDecision } from '@/lib/review/mutations';
import { createTestClaimIn, toEditInput, toVersion, valueOf } from '../../factories/claims';
import { createClock } from '../../factories/database';
import { as } from '../../factories/people';
import { useDesk } from '../use-database';

const NOW = '2026-04-01T08:00:00.000Z';

describe('a checker whose claim was fixed', () => {
  it('is shown what it was and what it is, field by field', async () => {
    const { db, desk, article } = await useDesk();
    const clock = createClock(NOW, 1000);
    const list = (userId = desk.checker.userId, now = new Date(NOW)) => listFixes(db, { deskId: desk.deskId, userId, now });
    const claim = await createTestClaimIn(db, desk, article, 'submitted', { clock, note: 'As heard.' });
    await createTestClaimIn(db, desk, article, 'approved', { clock });
    const [voice] = toChainInput([newLink({ sourceType: 'author', source: null })]);
    const [relay] = toChainInput([newLink({ sourceType: 'news_organization', source: null })]);
    const [tagged] = toChainInput([newLink({ sourceType: 'named_organization', source: null }, true)]);
    if (voice === undefined || relay === undefined || tagged === undefined) throw new Error('There are three links.');
    const different = {
      spans: [{ start: 0, end: 18 }],
      sourceType: 'named_organization',
      source: { name: 'The town hall' },
      note: '',
      details: { chain: [voice, { ...relay, source: { name: 'Reuters' } }, tagged] },
    } as const;
    const fixed = valueOf(
      await fixAndApprove(
        as(db, desk.editor, 'claim.approve', { clock }),
        toEditInput(claim, { ...different, spans: [...different.spans], details: { chain: [...different.details.chain] } }),
      ),
    );
    const [fix, ...others] = await list();
    expect(others).toEqual([]);
    expect(fix).toMatchObject({ claimId: claim.id, number: 1, by: { name: desk.editor.name }, article: { title: 'The mayor resigned' } });
    const changes = Object.fromEntries((fix?.changes ?? []).map(({ field, was, is }) => [field, [was, is]]));
    expect(changes).toMatchObject({
      Words: ['The mayor', 'The mayor resigned'],
      'Presented as': ['Named person', 'Named organisation'],
      Source: ['The Mayor', 'The town hall'],
      Note: ['As heard.', ''],
    });
    expect(changes.Chain?.[1]).toContain('Reuters');
    expect(Object.keys(changes)).not.toContain('State');
    expect(await list(desk.otherChecker.userId), 'nobody else').toEqual([]);
    expect(await list(undefined, new Date('2026-05-01T00:00:00.000Z')), 'long ago').toEqual([]);
    valueOf(await undoDecision(as(db, desk.editor, 'claim.undo_decision', { clock }), toVersion(fixed)));
    expect(await list(), 'taken back').toEqual([]);
  });

  it('is not shown what came after: a reopened claim is their own again', async () => {
    const { db, desk, article } = await useDesk();
    const clock = createClock(NOW, 1000);
    const claim = await createTestClaimIn(db, desk, article, 'submitted', { clock });
    const fixed = valueOf(await fixAndApprove(as(db, desk.editor, 'claim.approve', { clock }), toEditInput(claim, { confidence: 'low' })));
    const list = () => listFixes(db, { deskId: desk.deskId, userId: desk.checker.userId, now: new Date(NOW) });
    expect((await list()).map(({ changes }) => changes)).toEqual([[{ field: 'Confidence', was: 'High', is: 'Low', quoted: false }]]);
    valueOf(await editClaim(as(db, desk.checker, 'claim.edit', { clock }), toEditInput(fixed, { note: 'No.' })));
    expect(await list()).toEqual([]);
  });
});
