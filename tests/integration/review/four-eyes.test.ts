import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { UNGUARDED } from '@/lib/assignments/checking';
import { SEES_ALL } from '@/lib/assignments/sight';
import { type Claim, toClaimResource } from '@/lib/claims/claim';
import { findClaimResource } from '@/lib/claims/data';
import { readListed } from '@/lib/claims/listed/data';
import { editClaim } from '@/lib/claims/mutations';
import { can } from '@/lib/permissions/permissions';
import type { Actor } from '@/lib/permissions/roles';
import { fixAndApprove, moveClaim, submitClaims, undoDecision } from '@/lib/review/mutations';
import { createTestClaimIn, toEditInput, toVersion, valueOf } from '../../factories/claims';
import { as, newKey } from '../../factories/people';
import { useDesk } from '../use-database';

async function useHands() {
  const { db, desk, article } = await useDesk();
  const approvers = [desk.editor, desk.otherEditor, desk.admin];
  return {
    ...{ db, desk, article },
    submitted: () => createTestClaimIn(db, desk, article, 'submitted'),
    edit: async (claim: Claim, by: Actor, note: string) => valueOf(await editClaim(as(db, by, 'claim.edit'), toEditInput(claim, { note }))),
    approve: (claim: Claim, by: Actor) => moveClaim(as(db, by, 'claim.approve'), 'approve', toVersion(claim)),
    submit: async (claim: Claim, by: Actor) => {
      const claims = [{ id: claim.id, version: claim.version }];
      return valueOf(await submitClaims(as(db, by, 'claim.submit'), { key: newKey(), articleId: article.articleId, claims }))[0] as Claim;
    },
    /** Who of the editors may approve it: by its row, and by what pages show of it, which is the same. */
    mayApprove: async (claim: Claim) => {
      const scope = { deskId: desk.deskId, sight: SEES_ALL };
      const resource = await findClaimResource(db, { ...scope, claimId: claim.id });
      const [listed] = await readListed(db, { ...scope, claimIds: [claim.id] });
      if (resource === null || listed === undefined) throw new Error('The claim is there.');
      const named = (may: (actor: Actor) => boolean) => approvers.filter(may).map(({ name }) => name.split(' ')[0]);
      const bySight = named((actor) => can(actor, 'claim.approve', toClaimResource(listed.claim, UNGUARDED)));
      expect(bySight).toEqual(named((actor) => can(actor, 'claim.approve', resource)));
      return bySight;
    },
  };
}

describe('four eyes', () => {
  it('looks at everybody who edited the claim, whoever edited a trifle last', async () => {
    const { desk, submitted, edit, approve, mayApprove } = await useHands();
    const written = await edit(await submitted(), desk.editor, 'All of it is mine.');
    const touched = await edit(written, desk.otherEditor, 'All of it is mine');
    expect(await approve(touched, desk.editor)).toMatchObject({ ok: false, error: { code: 'FOUR_EYES' } });
    expect(await mayApprove(touched)).toEqual(['Ada']);
    expect(valueOf(await approve(touched, desk.admin))).toMatchObject({ state: 'approved' });
  });

  it('begins anew with the edit that reopens an approved claim', async () => {
    const { desk, submitted, edit, submit, approve, mayApprove } = await useHands();
    const edited = await edit(await edit(await submitted(), desk.editor, 'One.'), desk.otherEditor, 'Two.');
    const reopened = await edit(valueOf(await approve(edited, desk.admin)), desk.checker, 'Three.');
    expect(await mayApprove(await submit(reopened, desk.checker))).toEqual(['Edith', 'Emil', 'Ada']);
  });

  it('forgets a fix that was taken back, and nobody else', async () => {
    const { db, desk, submitted, edit, mayApprove } = await useHands();
    const edited = await edit(await edit(await submitted(), desk.otherEditor, 'One.'), desk.checker, 'Two.');
    const fixed = valueOf(await fixAndApprove(as(db, desk.editor, 'claim.approve'), toEditInput(edited, { note: 'Fixed.' })));
    const undone = valueOf(await undoDecision(as(db, desk.editor, 'claim.undo_decision'), toVersion(fixed)));
    expect(undone.note).toBe('Two.');
    expect(await mayApprove(undone)).toEqual(['Edith', 'Ada']);
  });

  it('looks no further than at the claim: a flag is a remark', async () => {
    const { db, desk, submitted, mayApprove } = await useHands();
    const claim = await submitted();
    const details = { flags: [{ flag: 'superlative' as const, verdict: 'added' as const, note: '' }] };
    const flagged = valueOf(await editClaim(as(db, desk.editor, 'claim.edit'), { ...toEditInput(claim), details }));
    expect(await mayApprove(flagged)).toEqual(['Edith', 'Emil', 'Ada']);
  });

  it('is told by the trail of claims that are older than it', async () => {
    const { db, desk, submitted, edit, submit, approve } = await useHands();
    const trick = await edit(await edit(await submitted(), desk.editor, 'One.'), desk.otherEditor, 'Two.');
    const fixed = await edit(await edit(await submitted(), desk.otherEditor, 'One.'), desk.checker, 'Two.');
    const undone = valueOf(
      await undoDecision(
        as(db, desk.editor, 'claim.undo_decision'),
        toVersion(valueOf(await fixAndApprove(as(db, desk.editor, 'claim.approve'), toEditInput(fixed, { note: 'Fixed.' })))),
      ),
    );
    const again = valueOf(
      await approve(await edit(await edit(await submitted(), desk.editor, 'One.'), desk.otherEditor, 'Two.'), desk.admin),
    );
    const reopened = await edit(await edit(again, desk.checker, 'Three.'), desk.admin, 'Four.');
    const handedIn = await submit(await edit(reopened, desk.editor, 'Five.'), desk.editor);
    const approved = valueOf(
      await approve(await edit(await edit(await submitted(), desk.editor, 'One.'), desk.otherEditor, 'Two.'), desk.admin),
    );
    const ids = [trick, undone, handedIn, approved].map(({ id }) => id);
    const hands = async () => {
      const rows = await db.read.claim.findMany({ where: { id: { in: ids } }, select: { id: true, earlierEditorIds: true } });
      const byId = new Map(rows.map((row) => [row.id, (JSON.parse(row.earlierEditorIds) as string[]).sort()]));
      return ids.map((id) => byId.get(id));
    };
    const kept = await hands();
    expect(kept).toEqual([[desk.editor.userId], [desk.otherEditor.userId], [desk.admin.userId], [desk.editor.userId]]);
    const migration = readFileSync('prisma/migrations/20261124200000_hands/migration.sql', 'utf8');
    await db.transact(async (tx) => {
      await tx.$executeRawUnsafe('UPDATE "Claim" SET "earlierEditorIds" = \'[]\'');
      await tx.$executeRawUnsafe(migration.slice(migration.indexOf('UPDATE')));
    });
    expect(await hands()).toEqual(kept);
  });
});
