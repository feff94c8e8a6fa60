import { describe, expect, it } from 'vitest';
import type { OriginGroup } from '@/lib/attribution/origin-group';
import type { Claim } from '@/lib/claims/claim';
import { editClaim } from '@/lib/claims/mutations';
import { deleteOriginGroup, restoreOriginGroup, saveOriginGroup } from '@/lib/claims/origin-groups/mutations';
import { newId } from '@/lib/kernel/ids';
import { findBearings } from '@/lib/review/bearing/data';
import { moveClaim } from '@/lib/review/mutations';
import { createTestClaimIn, toEditInput, toVersion, valueOf } from '../../factories/claims';
import { as, newKey } from '../../factories/people';
import { useSources } from '../sources/use-sources';

const FINDING = {
  attributionCheck: 'accurate',
  contentCheck: 'confirmed',
  credibility: 1,
  likelihood: null,
  rationale: 'Two saw it.',
  correction: '',
  question: '',
} as const;

/** A claim of the mayor, confirmed by a witness, each in an attested group of their own; approved with credibility 1. */
async function useApproved() {
  const made = await useSources();
  const { db, desk, article, source } = made;
  const groups = as(db, desk.checker, 'origin_group.edit');
  const save = (different: Partial<Parameters<typeof saveOriginGroup>[1]>) => {
    const group = { key: newKey(), groupId: newId(), articleId: article.articleId, version: 0, name: 'A group', sourceIds: [] };
    return saveOriginGroup(groups, { ...group, reason: '', attested: 'Asked.', ...different });
  };
  const again = ({ id, version, ...group }: OriginGroup, different: Partial<Parameters<typeof saveOriginGroup>[1]> = {}) =>
    save({
      groupId: id,
      version,
      name: group.name,
      sourceIds: [...group.sourceIds],
      reason: group.reason,
      attested: group.attested,
      ...different,
    });
  const [mayor, witness, harbour] = [await source('Mayor'), await source('Witness'), await source('Harbour office')];
  const first = valueOf(await save({ name: 'The mayor', sourceIds: [mayor.id] }));
  const second = valueOf(await save({ name: 'The witness', sourceIds: [witness.id] }));
  const other = await createTestClaimIn(db, desk, article, 'submitted', { source: { id: witness.id } });
  const details = { finding: FINDING, relations: [{ kind: 'restates', claimId: other.id, note: '' } as const] };
  const claim = await createTestClaimIn(db, desk, article, 'approved', { source: { id: mayor.id }, details });
  return {
    ...made,
    ...{ mayor, witness, harbour, first, second, other, claim, save, again },
    remove: ({ id, version }: OriginGroup) => deleteOriginGroup(groups, { key: newKey(), groupId: id, version }),
    restore: (group: { readonly id: string; readonly version: number }) =>
      restoreOriginGroup(groups, { key: newKey(), groupId: group.id, version: group.version }),
    reopen: () => editClaim(as(db, desk.checker, 'claim.edit'), toEditInput(claim, { note: 'Again.' })),
    doubtOf: async (one: Claim) => (await findBearings(db, { deskId: desk.deskId, claims: [one] })).get(one.id)?.gradeDoubt,
    everything: () =>
      Promise.all(['OriginGroup', 'OriginMember', 'Source', 'Claim'].map((table) => db.rows(`SELECT * FROM "${table}" ORDER BY 1, 2`, []))),
  };
}

describe('an origin group that an approved credibility of 1 rests on', () => {
  it('is not deleted, not unattested and not emptied of what counts, with a sentence that names the claim', async () => {
    const { first, second, harbour, remove, again, everything, claim } = await useApproved();
    const before = await everything();
    const refusals = [
      await remove(second),
      await remove(first),
      await again(second, { attested: null }),
      await again(second, { sourceIds: [harbour.id] }),
    ];
    for (const refusal of refusals) {
      expect(refusal).toMatchObject({
        ok: false,
        error: {
          code: 'INVALID',
          message: `C${claim.number} is approved with credibility 1, which rests on this group. Reopen it first, or grade it anew.`,
        },
      });
    }
    expect(await everything()).toEqual(before);
  });

  it('is renamed, gets another source and another reason like any other', async () => {
    const { second, harbour, again, witness } = await useApproved();
    const renamed = valueOf(await again(second, { name: 'Who saw it', attested: 'Asked twice.' }));
    expect(await again(renamed, { sourceIds: [witness.id, harbour.id], reason: 'Same call.' })).toMatchObject({ ok: true });
  });

  it('goes once the claim is reopened, and the claim says what its grade lacks', async () => {
    const { second, remove, restore, reopen, doubtOf } = await useApproved();
    const open = valueOf(await reopen());
    expect(await doubtOf(open)).toBeNull();
    const gone = valueOf(await remove(second));
    expect(await doubtOf(open)).toBe('the article has not two attested origins');
    valueOf(await restore(gone));
    expect(await doubtOf(open)).toBeNull();
  });

  it('goes where the grade did not stand before: an editor rejected the claim that restates it', async () => {
    const { db, desk, other, second, remove, claim, doubtOf } = await useApproved();
    valueOf(await moveClaim(as(db, desk.editor, 'claim.reject'), 'reject', { ...toVersion(other), reason: 'Invented.' }));
    expect(await doubtOf(claim)).toBe('only one attested origin stands behind it, and confirmed means two that differ');
    expect(await remove(second)).toMatchObject({ ok: true });
  });

  it('is not brought back where it would tie the two that the grade counts', async () => {
    const { db, desk, source, save, remove, restore, article } = await useApproved();
    const [left, right] = [await source('Left'), await source('Right')];
    const both = valueOf(await save({ name: 'Both', sourceIds: [left.id, right.id], reason: 'One call.', attested: null }));
    const gone = valueOf(await remove(both));
    valueOf(await save({ name: 'Left', sourceIds: [left.id] }));
    const heard = await createTestClaimIn(db, desk, article, 'submitted', { source: { id: right.id } });
    expect(heard.state).toBe('submitted');
    // Left is held by now, so only Right comes back: nothing is tied, and nothing falls.
    expect(await restore(gone)).toMatchObject({ ok: true, value: { sourceIds: [right.id] } });
  });
});

describe('a source that an approved credibility of 1 rests on', () => {
  it('is not merged into the other one it was confirmed by', async () => {
    const { mayor, witness, merge, everything, claim, article, harbour, db } = await useApproved();
    const before = await everything();
    const [{ title } = { title: '' }] = await db.rows<{ title: string }>('SELECT "title" FROM "Article" WHERE "id" = ?', [
      article.articleId,
    ]);
    expect(await merge(mayor, witness)).toMatchObject({
      ok: false,
      error: {
        message: `C${claim.number} of “${title}” is approved with credibility 1, which rests on “Mayor” and “Witness” being two sources. Reopen it first, or grade it anew.`,
      },
    });
    expect(await everything()).toEqual(before);
    expect(await merge(mayor, harbour), 'another merge leaves the grade as it is').toMatchObject({ ok: true });
  });

  it('is not split off from the one whose group it counts in', async () => {
    const { mayor, reopen, merge, split, source, db, desk, claim } = await useApproved();
    const open = valueOf(await reopen());
    const alias = await source('The mayor of the town');
    valueOf(await merge(alias, mayor));
    // Tagged with the merged name by its row: the group holds the mayor alone.
    await db.transact(async (tx) => {
      await tx.claim.update({ where: { id: open.id }, data: { sourceId: alias.id, state: 'approved' } });
    });
    expect(await split(alias)).toMatchObject({
      ok: false,
      error: { message: expect.stringContaining(`C${claim.number} of “`) },
    });
    await db.transact(async (tx) => {
      await tx.claim.update({ where: { id: open.id }, data: { state: 'reopened' } });
    });
    expect(await split(alias)).toMatchObject({ ok: true });
    expect(desk.deskId).toBe(claim.deskId);
  });
});
