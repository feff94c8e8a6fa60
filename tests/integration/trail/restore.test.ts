import { describe, expect, it } from 'vitest';
import { SEES_ALL } from '@/lib/assignments/sight';
import type { Claim } from '@/lib/claims/claim';
import { findClaim } from '@/lib/claims/data';
import { mergeSource, splitSource } from '@/lib/claims/merging/mutations';
import { deleteClaim, editClaim } from '@/lib/claims/mutations';
import { deleteOriginGroup, saveOriginGroup } from '@/lib/claims/origin-groups/mutations';
import type { DetailsInput } from '@/lib/claims/schema';
import { restoreVersion } from '@/lib/claims/versions/mutations';
import type { Database } from '@/lib/db/database';
import { newId } from '@/lib/kernel/ids';
import { createTestClaim, createTestClaimIn, toEditInput, toVersion, valueOf } from '../../factories/claims';
import { as, newKey, type TestDesk } from '../../factories/people';
import { createTestSource, recordOf, toSourceVersion } from '../../factories/sources';
import { useDesk } from '../use-database';

/** The events that left the claim another, oldest first. */
async function versionsOf(db: Database, claimId: string): Promise<readonly string[]> {
  const where = { subjectId: claimId, type: { in: ['claim.created', 'claim.edited'] } };
  return (await db.read.auditEvent.findMany({ where, orderBy: { id: 'asc' }, select: { id: true } })).map(({ id }) => id);
}

async function restore(db: Database, desk: TestDesk, claim: { readonly id: string; readonly version: number }, at: number, key = newKey()) {
  const eventId = (await versionsOf(db, claim.id))[at] ?? '';
  const input = { ...toVersion(claim), key, eventId };
  return restoreVersion(as(db, desk.checker, 'claim.restore_version', { once: { key, action: 'restoreVersion', input } }), input);
}

const edit = async (db: Database, desk: TestDesk, claim: Claim, different: Parameters<typeof toEditInput>[1]) =>
  valueOf(await editClaim(as(db, desk.checker, 'claim.edit'), toEditInput(claim, different)));

/** All that a version is: everything but who, when and how far. */
function fieldsOf({ spans, sourceType, source, confidence, note, chain, finding, evidence, flags, relations }: Claim) {
  return { spans, sourceType, source, confidence, note, chain, finding, evidence, flags, relations };
}

const DETAILS: DetailsInput = {
  finding: {
    attributionCheck: 'accurate',
    contentCheck: 'confirmed',
    credibility: 2,
    likelihood: null,
    rationale: 'Seen.',
    correction: '',
    question: 'Who saw it?',
  },
  flags: [
    { flag: 'superlative', verdict: 'added', note: '' },
    { flag: 'circular', verdict: 'added', note: 'they cite each other' },
  ],
};

describe('restoring a version', () => {
  it('gives every field back, as a new edit that says what it restores', async () => {
    const { db, desk, article } = await useDesk();
    const made = await createTestClaim(db, desk.checker, article, { note: 'First.', details: DETAILS });
    const second = await edit(db, desk, made, { note: 'Second.', spans: [{ start: 4, end: 9 }], sourceType: 'author', source: null });
    const third = await edit(db, desk, second, { confidence: 'low', details: { flags: [] } });
    const { claim, leftOut } = valueOf(await restore(db, desk, third, 0));
    expect(leftOut).toEqual([]);
    expect(fieldsOf(claim)).toEqual(fieldsOf(made));
    expect(claim).toMatchObject({ version: 4, state: 'draft', lastEditedBy: { id: desk.checker.userId } });
    const event = await db.read.auditEvent.findFirstOrThrow({ where: { subjectId: made.id }, orderBy: { id: 'desc' } });
    expect(event.type).toBe('claim.edited');
    expect(JSON.parse(event.data)).toMatchObject({ restores: 1, version: 4, before: { confidence: 'low' }, after: { note: 'First.' } });

    const forth = valueOf(await restore(db, desk, claim, 2));
    expect(fieldsOf(forth.claim), 'and forth again').toEqual(fieldsOf(third));
  });

  it('applies once however often it is sent, and refuses a claim that was changed meanwhile', async () => {
    const { db, desk, article } = await useDesk();
    const made = await createTestClaim(db, desk.checker, article);
    const edited = await edit(db, desk, made, { note: 'Second.' });
    const key = newKey();
    const first = valueOf(await restore(db, desk, edited, 0, key));
    expect(valueOf(await restore(db, desk, edited, 0, key))).toEqual(first);
    expect(await restore(db, desk, edited, 0)).toMatchObject({ ok: false, error: { code: 'STALE', current: { version: 3 } } });
    expect(await restore(db, desk, first.claim, 0)).toMatchObject({ error: { message: 'The claim is as it was then already.' } });
    expect(await restore(db, desk, first.claim, 99)).toMatchObject({ error: { code: 'NOT_FOUND' } });
  });

  it('brings a deleted claim back with it', async () => {
    const { db, desk, article } = await useDesk();
    const made = await createTestClaim(db, desk.checker, article, { note: 'First.' });
    const edited = await edit(db, desk, made, { note: 'Second.' });
    const gone = valueOf(await deleteClaim(as(db, desk.checker, 'claim.delete'), toVersion(edited)));
    const { claim } = valueOf(await restore(db, desk, gone, 0));
    expect(claim).toMatchObject({ note: 'First.', version: 4 });
    const again = valueOf(await deleteClaim(as(db, desk.checker, 'claim.delete'), toVersion(claim)));
    const last = (await versionsOf(db, made.id)).length - 1;
    const back = valueOf(await restore(db, desk, again, last));
    expect(back.claim, 'also as it was when it was deleted').toMatchObject({ note: 'First.', version: 6 });
  });

  it('reopens an approved claim, and leaves a rejected one alone', async () => {
    const { db, desk, article } = await useDesk();
    const submitted = await createTestClaimIn(db, desk, article, 'approved', { note: 'First.' });
    const edited = await edit(db, desk, submitted, { note: 'Second.' });
    expect(edited.state).toBe('reopened');
    const rejected = await createTestClaimIn(db, desk, article, 'rejected');
    expect(await restore(db, desk, rejected, 0)).toMatchObject({ error: { code: 'FORBIDDEN', message: /rejected claim stays/ } });
    const { checker } = desk;
    const eventId = (await versionsOf(db, edited.id))[0] ?? '';
    const other = as(db, desk.otherChecker, 'claim.restore_version');
    expect(await restoreVersion(other, { ...toVersion(edited), eventId }), 'and is for its maker or an editor').toMatchObject({
      ok: false,
    });
    const { claim } = valueOf(await restore(db, { ...desk, checker }, edited, 0));
    expect(claim).toMatchObject({ state: 'reopened', note: 'First.' });
  });

  it('does not let a checker bring an approved claim back that an editor deleted', async () => {
    const { db, desk, article } = await useDesk();
    const approved = await createTestClaimIn(db, desk, article, 'approved');
    const gone = valueOf(await deleteClaim(as(db, desk.editor, 'claim.delete'), toVersion(approved)));
    expect(await restore(db, desk, gone, 0)).toMatchObject({ error: { code: 'FORBIDDEN' } });
  });

  it('follows a merge of its source, and its taking back', async () => {
    const { db, desk, article } = await useDesk();
    const [agency, reuters] = [
      await createTestSource(db, desk.checker, 'The agency'),
      await createTestSource(db, desk.checker, 'Reuters', 'news_organization'),
    ];
    const made = await createTestClaim(db, desk.checker, article, { sourceType: 'named_organization', source: { id: agency.id } });
    const edited = await edit(db, desk, made, { sourceType: 'author', source: null });
    const [from, into] = [await recordOf(db, desk.checker, agency), await recordOf(db, desk.checker, reuters)];
    const merge = { ...toSourceVersion(from), intoId: into.id, intoVersion: into.version };
    const { merged } = valueOf(await mergeSource(as(db, desk.editor, 'source.merge'), merge));
    const { claim } = valueOf(await restore(db, desk, edited, 0));
    expect(claim.source?.name).toBe('Reuters');
    valueOf(await splitSource(as(db, desk.editor, 'source.merge'), { key: newKey(), sourceId: merged.id, version: merged.version }));
    const found = await findClaim(db, { deskId: desk.deskId, claimId: made.id, sight: SEES_ALL });
    expect(found?.source?.name).toBe('The agency');
  });

  it('leaves out, and says so, what it cannot bring back', async () => {
    const { db, desk, article } = await useDesk();
    const other = await createTestClaim(db, desk.checker, article);
    const source = await createTestSource(db, desk.checker, 'Reuters');
    const group = valueOf(
      await saveOriginGroup(as(db, desk.checker, 'origin_group.edit'), {
        ...{ key: newKey(), groupId: newId(), articleId: article.articleId, version: 0, name: 'One wire' },
        ...{ sourceIds: [source.id], reason: '', attested: null },
      }),
    );
    const piece = { id: newId(), kind: 'url', title: 'Minutes', url: null, archivedUrl: null, locator: '', retrievedOn: null } as const;
    const details: DetailsInput = {
      relations: [{ kind: 'tension', claimId: other.id, note: '' }],
      evidence: [{ ...piece, originGroupId: group.id, stance: 'supports' }],
    };
    const made = await createTestClaim(db, desk.checker, article, { details });
    const edited = await edit(db, desk, made, { note: 'Second.', details: { relations: [], evidence: [] } });
    valueOf(await deleteClaim(as(db, desk.checker, 'claim.delete'), toVersion(other)));
    valueOf(
      await deleteOriginGroup(as(db, desk.checker, 'origin_group.edit'), { key: newKey(), groupId: group.id, version: group.version }),
    );
    const { claim, leftOut } = valueOf(await restore(db, desk, edited, 0));
    expect(claim).toMatchObject({ note: '', relations: [], evidence: [{ title: 'Minutes', originGroupId: null }] });
    expect(leftOut).toEqual([
      '1 relation to a claim that is no longer there stayed away.',
      '1 piece of evidence came back without an origin group that is no longer there.',
    ]);
  });

  it('refuses a grade of 1 that nothing supports any more', async () => {
    const { db, desk, article } = await useDesk();
    const made = await createTestClaim(db, desk.checker, article, { details: DETAILS });
    const edited = await edit(db, desk, made, { note: 'Second.' });
    await db.transact(async (_tx, direct) => {
      const event = { deskId: desk.deskId, actorId: desk.checker.userId, at: new Date(), subjectId: made.id, hash: '' };
      const tag = { spans: [{ start: 0, end: 9 }], sourceType: 'author', sourceId: null, confidence: 'high', note: '' };
      const finding = { ...DETAILS.finding, credibility: 1 };
      const data = { before: { ...tag, details: { finding } }, after: { ...tag, details: {} }, lastEditedById: '', version: 2 };
      direct.insert('AuditEvent', { id: newId(), ...event, type: 'claim.edited', data: JSON.stringify(data) });
    });
    expect(await restore(db, desk, edited, 0)).toMatchObject({ error: { code: 'INVALID', field: 'details.finding.credibility' } });
  });
});
