import { describe, expect, it } from 'vitest';
import { SEES_ALL } from '@/lib/assignments/sight';
import { listOriginGroups } from '@/lib/attribution/data';
import type { OriginGroupInput } from '@/lib/attribution/schema';
import { deleteOriginGroup, restoreOriginGroup, saveOriginGroup } from '@/lib/claims/origin-groups/mutations';
import { newId } from '@/lib/kernel/ids';
import { readSourcing } from '@/lib/provenance/data';
import { toSourcing } from '@/lib/provenance/sourcing';
import { createTestArticle } from '../../factories/articles';
import { createTestClaim, valueOf } from '../../factories/claims';
import { as, createTestDesk, newKey } from '../../factories/people';
import { useDesk } from '../use-database';

async function useGroups() {
  const made = await useDesk();
  const { db, desk, article } = made;
  const scope = { deskId: desk.deskId, articleId: article.articleId };
  const speaker = async (name: string) => (await createTestClaim(db, desk.checker, article, { source: { name } })).source?.id ?? '';
  const input = (different: Partial<OriginGroupInput>): OriginGroupInput => ({
    key: newKey(),
    groupId: newId(),
    articleId: article.articleId,
    version: 0,
    name: 'One story',
    sourceIds: [],
    reason: 'Both quote it.',
    attested: null,
    ...different,
  });
  return {
    ...made,
    speaker,
    input,
    save: (different: Partial<OriginGroupInput>, by = desk.checker) => saveOriginGroup(as(db, by, 'origin_group.edit'), input(different)),
    groups: () => listOriginGroups(db.read, { ...scope, sight: SEES_ALL }),
    origins: async () => {
      const rows = await readSourcing(db, { ...scope, sight: SEES_ALL });
      return toSourcing(rows?.claims ?? [], rows?.groups ?? []).label.origins;
    },
  };
}

describe('an origin group', () => {
  it('makes one origin of two, attests only what is said to be attested, and gives it all back when it is deleted', async () => {
    const { db, desk, speaker, save, origins } = await useGroups();
    const sourceIds = [await speaker('A'), await speaker('B')];
    expect(await origins()).toMatchObject({ atMost: 2, attested: 0 });
    const group = valueOf(await save({ sourceIds }));
    expect(await origins()).toMatchObject({ atMost: 1, attested: 0 });
    const attested = valueOf(await save({ groupId: group.id, version: 1, sourceIds, attested: 'Seen by two of us.' }));
    expect(await origins()).toMatchObject({ atMost: 1, attested: 1 });
    const scope = as(db, desk.checker, 'origin_group.edit');
    const gone = valueOf(await deleteOriginGroup(scope, { key: newKey(), groupId: group.id, version: attested.version }));
    expect(await origins()).toMatchObject({ atMost: 2, attested: 0 });
    valueOf(await restoreOriginGroup(scope, { key: newKey(), groupId: group.id, version: gone.version }));
    expect(await origins()).toMatchObject({ atMost: 1, attested: 1 });
  });

  it('is saved once however often the same write arrives', async () => {
    const { db, desk, speaker, input, groups } = await useGroups();
    const once = input({ sourceIds: [await speaker('A')] });
    const scope = as(db, desk.checker, 'origin_group.edit', { once: { key: once.key, action: 'saveOriginGroup', input: once } });
    const [first, again] = [await saveOriginGroup(scope, once), await saveOriginGroup(scope, once)];
    expect(again).toEqual(first);
    expect(await groups()).toHaveLength(1);
  });

  it('takes another id than a group that is there, and no article or source of another desk', async () => {
    const { db, desk, speaker, save, groups } = await useGroups();
    const made = valueOf(await save({ sourceIds: [await speaker('A')] }));
    const other = await createTestDesk(db, 'Other');
    const theirs = await createTestArticle(db, other.checker);
    const theirClaim = await createTestClaim(db, other.checker, theirs);
    const refusals = [
      await save({ groupId: made.id, sourceIds: [await speaker('B')] }),
      await save({ articleId: theirs.articleId, sourceIds: [await speaker('B')] }),
      await save({ sourceIds: [theirClaim.source?.id ?? ''] }),
      await save({ groupId: made.id, version: 1, sourceIds: [await speaker('B')] }, other.checker),
    ];
    expect(refusals.map((result) => (result.ok ? 'saved' : result.error.code))).toEqual([
      'KEY_REUSED',
      'NOT_FOUND',
      'NOT_FOUND',
      'NOT_FOUND',
    ]);
    expect(await groups()).toEqual([made]);
    expect(desk.deskId).not.toBe(other.deskId);
  });
});
