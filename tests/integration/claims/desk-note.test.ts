import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SEES_ALL } from '@/lib/assignments/sight';
import { CLAIM_STATES } from '@/lib/claims/claim-state';
import { listClaims } from '@/lib/claims/data';
import { findDeskNote } from '@/lib/claims/desk-note/data';
import { saveDeskNote } from '@/lib/claims/desk-note/mutations';
import { deleteClaim } from '@/lib/claims/mutations';
import { readReport } from '@/lib/export/data';
import { EXPORT_FORMATS } from '@/lib/export/formats';
import { listQueue } from '@/lib/review/data';
import { exportedFile } from '@/tests/support/exported';
import { unpackedText } from '@/tests/support/unpacked';
import { createTestClaimIn, toVersion, valueOf } from '../../factories/claims';
import { as, newKey } from '../../factories/people';
import { useDesk } from '../use-database';

async function useNote() {
  const { db, desk, article } = await useDesk();
  const claim = await createTestClaimIn(db, desk, article, 'approved');
  const save = (text: string, version: number, key = newKey()) => {
    const input = { key, claimId: claim.id, version, text };
    return saveDeskNote(as(db, desk.checker, 'desk_note.edit', { once: { key, action: 'saveDeskNote', input } }), input);
  };
  const read = () => findDeskNote(db.read, { sight: SEES_ALL, deskId: desk.deskId, claimId: claim.id });
  return { db, desk, article, claim, save, read };
}

describe('the desk note of a claim', () => {
  it('is written, changed and taken away, and leaves the claim as it is', async () => {
    const { db, desk, article, claim, save, read } = await useNote();
    expect(await read()).toEqual({ text: '', version: 0, written: null });
    expect(await save('Call Yelena.', 0)).toMatchObject({ ok: true, value: { claimId: claim.id, version: 1 } });
    expect(await read()).toMatchObject({ text: 'Call Yelena.', version: 1, written: { by: { id: desk.checker.userId } } });
    await save('', 1);
    expect(await read()).toMatchObject({ text: '', version: 2 });
    const [now] = await listClaims(db, { sight: SEES_ALL, deskId: desk.deskId, articleId: article.articleId });
    expect(now).toEqual(claim);
  });

  it('is not overwritten by somebody who has not seen it: they are shown it', async () => {
    const { save } = await useNote();
    await save('Call Yelena.', 0);
    expect(await save('Call Boris.', 0)).toMatchObject({
      ok: false,
      error: { code: 'STALE', current: { text: 'Call Yelena.', version: 1 } },
    });
  });

  it('is written once by a save that is sent twice', async () => {
    const { save, read } = await useNote();
    const key = newKey();
    expect(await save('Call Yelena.', 0, key)).toEqual(await save('Call Yelena.', 0, key));
    expect(await read()).toMatchObject({ version: 1 });
  });

  it('is not there for a deleted claim', async () => {
    const { db, desk, claim, save, read } = await useNote();
    valueOf(await deleteClaim(as(db, desk.editor, 'claim.delete'), toVersion(claim)));
    expect(await read()).toBeNull();
    expect(await save('Call Yelena.', 0)).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } });
  });

  it('stands in its own table and nowhere else in the database', async () => {
    const { db, save } = await useNote();
    await save('Xylophone one.', 0);
    await save('Xylophone two.', 1);
    await save('Xylophone never.', 0);
    const tables = await db.rows<{ name: string }>(`SELECT "name" FROM sqlite_schema WHERE "type" = 'table'`, []);
    const holding: string[] = [];
    for (const { name } of tables) {
      const rows = await db.rows(`SELECT * FROM "${name}"`, []);
      if (JSON.stringify(rows).includes('Xylophone')) holding.push(name);
    }
    expect(holding).toEqual(['DeskNote']);
  });

  it('is in no export, no report and no list of claims, whatever it says', async () => {
    const { db, desk, article } = await useDesk();
    const { deskId } = desk;
    const claims = [];
    for (const state of CLAIM_STATES) claims.push(await createTestClaimIn(db, desk, article, state, { note: 'Printed.' }));
    const versions = new Map(claims.map(({ id }) => [id, 0]));
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...claims), fc.stringMatching(/^[a-z]{16}$/), async ({ id }, word) => {
        const version = versions.get(id) ?? 0;
        valueOf(await saveDeskNote(as(db, desk.checker, 'desk_note.edit'), { key: newKey(), claimId: id, version, text: word }));
        versions.set(id, version + 1);
        const told: unknown[] = [
          await listClaims(db, { sight: SEES_ALL, deskId, articleId: article.articleId }),
          await listQueue(db, { deskId, now: new Date() }, {}),
        ];
        for (const choice of [{ kind: 'report' }, { kind: 'working_copy', states: CLAIM_STATES }] as const) {
          const model = await readReport(db, { sight: SEES_ALL, deskId, articleId: article.articleId, now: new Date() }, choice);
          if (model === null) throw new Error('There is no report.');
          told.push({ ...model, sourcing: null });
          for (const format of EXPORT_FORMATS) told.push(unpackedText(await exportedFile(format, model)));
        }
        expect(JSON.stringify(told)).not.toContain(word);
      }),
      { numRuns: 6 },
    );
  });
});
