import { describe, expect, it } from 'vitest';
import { SEES_ALL } from '@/lib/assignments/sight';
import { listOriginGroups } from '@/lib/attribution/data';
import type { OriginGroup } from '@/lib/attribution/origin-group';
import type { OriginGroupInput } from '@/lib/attribution/schema';
import { deleteOriginGroup, restoreOriginGroup, saveOriginGroup } from '@/lib/claims/origin-groups/mutations';
import { newId } from '@/lib/kernel/ids';
import { createTestArticle } from '../../factories/articles';
import { valueOf } from '../../factories/claims';
import { as } from '../../factories/people';
import { useSources } from '../sources/use-sources';

/** Mu and Nu, a group of Mu alone that is attested, and Mu merged into Nu since. */
async function useMerged() {
  const made = await useSources();
  const { db, desk, article, source, merge, newKey } = made;
  const scope = as(db, desk.checker, 'origin_group.edit');
  const [mu, nu] = [await source('Mu'), await source('Nu')];
  const save = (different: Partial<OriginGroupInput>) =>
    saveOriginGroup(scope, {
      ...{ key: newKey(), groupId: newId(), articleId: article.articleId, version: 0, name: 'Another', sourceIds: [], reason: '' },
      attested: null,
      ...different,
    });
  const versionOf = ({ id, version }: Pick<OriginGroup, 'id' | 'version'>) => ({ key: newKey(), groupId: id, version });
  const group = valueOf(await save({ name: 'Mu alone', sourceIds: [mu.id], attested: 'Seen there.' }));
  valueOf(await merge(mu, nu));
  return {
    ...made,
    ...{ mu, nu, save, group },
    /** What the form sends when it was opened on the group as it is read now. */
    saveAgain: async (id: string, different: Partial<OriginGroupInput>) => {
      const rows = await listOriginGroups(db.read, { sight: SEES_ALL, deskId: desk.deskId, articleId: article.articleId });
      const row = rows.find((group) => group.id === id);
      if (row === undefined) throw new Error(`There is no group ${id}.`);
      const { id: groupId, sourceIds, ...rest } = row;
      return save({ ...rest, groupId, sourceIds: [...sourceIds], ...different });
    },
    removeAs: (of: Pick<OriginGroup, 'id' | 'version'>) => deleteOriginGroup(scope, versionOf(of)),
    /** As it stands now. */
    remove: async ({ id }: Pick<OriginGroup, 'id'>) => {
      const { version } = await db.read.originGroup.findUniqueOrThrow({ where: { id }, select: { version: true } });
      return valueOf(await deleteOriginGroup(scope, versionOf({ id, version })));
    },
    restore: async (of: Pick<OriginGroup, 'id' | 'version'>) => valueOf(await restoreOriginGroup(scope, versionOf(of))),
    members: async () => {
      const rows = await listOriginGroups(db.read, { sight: SEES_ALL, deskId: desk.deskId, articleId: article.articleId });
      return Object.fromEntries(rows.map(({ name, sourceIds }) => [name, sourceIds]));
    },
  };
}

describe('an origin group whose source was merged', () => {
  it('holds the source that stands for it, so that no other group takes that one', async () => {
    const { mu, nu, save, members } = await useMerged();
    for (const id of [nu.id, mu.id]) {
      expect(await save({ sourceIds: [id] })).toMatchObject({
        ok: false,
        error: { code: 'INVALID', field: 'sourceIds', message: expect.stringContaining('is in the group “Mu alone” already') },
      });
    }
    expect(await members()).toEqual({ 'Mu alone': [nu.id] });
  });

  it('is another version from then on, and from a split on, so that a form that was opened before is stale', async () => {
    const { db, mu, group, removeAs, saveAgain, split } = await useMerged();
    expect(await removeAs(group)).toMatchObject({ ok: false, error: { code: 'STALE', current: { version: group.version + 1 } } });
    const [{ data } = { data: '' }] = await db.read.auditEvent.findMany({ where: { type: 'source.merged' }, select: { data: true } });
    expect(JSON.parse(data)).toMatchObject({ groups: [group.id] });
    const renamed = valueOf(await saveAgain(group.id, { name: 'Renamed' }));
    valueOf(await split(mu));
    expect(await removeAs(renamed)).toMatchObject({ ok: false, error: { code: 'STALE', current: { version: renamed.version + 1 } } });
  });

  it('keeps what was said about it through a save, and says nothing about the other, when the two are split', async () => {
    const { mu, nu, group, saveAgain, split, save, members } = await useMerged();
    const renamed = valueOf(await saveAgain(group.id, { name: 'Renamed' }));
    expect(renamed).toMatchObject({ sourceIds: [nu.id], attested: 'Seen there.' });
    valueOf(await split(mu));
    expect(await members()).toEqual({ Renamed: [mu.id] });
    valueOf(await save({ sourceIds: [nu.id] }));
    expect(await members(), 'Nu is free for another').toEqual({ Renamed: [mu.id], Another: [nu.id] });
  });

  it('is brought back with the source it had, split off in between or after', async () => {
    const { mu, nu, group, split, merge, remove, restore, members } = await useMerged();
    const back = await restore(await remove(group));
    expect(await members()).toEqual({ 'Mu alone': [nu.id] });
    const gone = await remove(back);
    valueOf(await split(mu));
    await restore(gone);
    expect(await members()).toEqual({ 'Mu alone': [mu.id] });
    valueOf(await merge(mu, nu));
    valueOf(await split(mu));
    expect(await members()).toEqual({ 'Mu alone': [mu.id] });
  });

  it('is brought back without a source that another group holds by now, under whichever name', async () => {
    const { nu, group, save, remove, restore, members } = await useMerged();
    const gone = await remove(group);
    valueOf(await save({ sourceIds: [nu.id] }));
    expect(await restore(gone)).toMatchObject({ sourceIds: [] });
    expect(await members()).toEqual({ 'Mu alone': [], Another: [nu.id] });
  });

  it('needs a reason as long as it holds two that were apart, though they are read as one', async () => {
    const { mu, nu, group, source, merge, split, saveAgain } = await useMerged();
    const xi = await source('Xi');
    valueOf(await saveAgain(group.id, { sourceIds: [nu.id, xi.id], reason: 'Both quote it.' }));
    valueOf(await merge(xi, nu));
    expect(await saveAgain(group.id, { reason: '' })).toMatchObject({ ok: false, error: { code: 'INVALID', field: 'reason' } });
    valueOf(await split(mu));
    expect(await saveAgain(group.id, { sourceIds: [xi.id], reason: '' })).toMatchObject({ ok: true, value: { sourceIds: [nu.id] } });
  });

  it('and another group hold the one source after a merge, each is still corrected, and one gives it up', async () => {
    const { nu, source, merge, save, saveAgain, members, group } = await useMerged();
    const [xi, omicron] = [await source('Xi'), await source('Omicron')];
    const other = valueOf(await save({ name: 'Other', sourceIds: [xi.id, omicron.id], reason: 'One call.' }));
    valueOf(await merge(xi, nu));
    expect(await members()).toEqual({ 'Mu alone': [nu.id], Other: expect.arrayContaining([nu.id, omicron.id]) });
    valueOf(await saveAgain(other.id, { reason: 'One call on Monday.' }));
    expect(await saveAgain(group.id, { sourceIds: [nu.id, omicron.id], reason: 'Both.' }), 'what another holds is not taken').toMatchObject(
      {
        ok: false,
        error: { message: expect.stringContaining('“Omicron” is in the group “Other” already') },
      },
    );
    valueOf(await saveAgain(other.id, { sourceIds: [omicron.id] }));
    expect(await members()).toEqual({ 'Mu alone': [nu.id], Other: [omicron.id] });
  });

  it('loses it with everything merged into it when the one that stands for it is taken out', async () => {
    const { mu, nu, group, source, saveAgain, split, members } = await useMerged();
    const xi = await source('Xi');
    valueOf(await saveAgain(group.id, { sourceIds: [nu.id, xi.id], reason: 'Both quote it.' }));
    valueOf(await saveAgain(group.id, { sourceIds: [xi.id] }));
    valueOf(await split(mu));
    expect(await members()).toEqual({ 'Mu alone': [xi.id] });
  });
});

it('is not saved as a group of another article of the desk', async () => {
  const { db, desk, mu, group, saveAgain, members } = await useMerged();
  const before = await members();
  const other = await createTestArticle(db, desk.checker);
  const refused = await saveAgain(group.id, { articleId: other.articleId, sourceIds: [mu.id] });
  expect(refused).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } });
  expect(await members()).toEqual(before);
});
