import { describe, expect, it } from 'vitest';
import { SEES_ALL } from '@/lib/assignments/sight';
import { readReport } from '@/lib/export/data';
import { readPage, unpack } from '@/lib/publication/link/data';
import { findHouse } from '@/lib/report/house/data';
import { saveHouse } from '@/lib/report/house/mutations';
import { toBase64 } from '@/lib/report/house/picture';
import type { SaveHouseInput } from '@/lib/report/house/schema';
import { createTestClaimIn, valueOf } from '../../factories/claims';
import { as, newKey } from '../../factories/people';
import { aLogo } from '../../factories/pictures';
import { publish } from '../../factories/publications';
import { useDesk } from '../use-database';

async function useHouse() {
  const made = await useDesk();
  const { db, desk, article } = made;
  await createTestClaimIn(db, desk, article, 'approved');
  const scope = { deskId: desk.deskId, articleId: article.articleId, sight: SEES_ALL, now: new Date() };
  const find = () => findHouse(db.read, desk);
  const save = async (input: Partial<SaveHouseInput>, actor = desk.editor) =>
    saveHouse(as(db, actor, 'house.edit'), { key: newKey(), version: (await find()).version, name: '', logo: 'keep', alt: '', ...input });
  return { ...made, scope, find, save };
}

const LOGO = { base64: toBase64(aLogo()) };

describe('name and logo of a house', () => {
  it('stand at the head of what is exported and published, in place of the desk’s name', async () => {
    const { db, desk, scope, save } = await useHouse();
    expect((await readReport(db, scope, { kind: 'report' }))?.choices.house).toBeUndefined();
    valueOf(await save({ name: 'The Daily', logo: LOGO, alt: 'A square' }));
    expect(await readReport(db, scope, { kind: 'report' })).toMatchObject({
      desk: { id: desk.deskId, name: 'The Daily' },
      choices: { house: { name: 'The Daily', logo: { mediaType: 'image/png', width: 16, height: 16, alt: 'A square' } } },
    });
    valueOf(await publish(db, desk.editor, scope.articleId));
    const { id } = await db.read.publication.findFirstOrThrow({ select: { id: true } });
    const page = unpack(await readPage(db, { publicationId: id, number: 1 }));
    expect(page).toContain('alt="A square"');
    expect(page).toContain('The Daily');
    // A new sign alone is a new edition too.
    valueOf(await save({ name: 'The Daily', logo: 'none' }));
    valueOf(await publish(db, desk.editor, scope.articleId));
  });

  it('are kept, changed and taken away apart from each other', async () => {
    const { find, save } = await useHouse();
    valueOf(await save({ logo: LOGO, alt: 'A square' }));
    valueOf(await save({ name: 'The Daily', alt: 'A blue square' }));
    expect(await find()).toMatchObject({ name: 'The Daily', logo: { alt: 'A blue square', width: 16 }, version: 2 });
    expect(await save({ alt: '' })).toMatchObject({ error: { code: 'INVALID', field: 'alt' } });
    valueOf(await save({ name: 'The Daily', logo: 'none' }));
    expect(await find()).toEqual({ name: 'The Daily', logo: null, version: 3 });
  });

  it('are for editors, in the version they saw, and no picture that is none', async () => {
    const { desk, find, save } = await useHouse();
    expect(await save({ name: 'Mine' }, desk.checker)).toMatchObject({ error: { code: 'FORBIDDEN' } });
    expect(await save({ name: 'The Daily', version: 3 })).toMatchObject({ error: { code: 'STALE' } });
    for (const base64 of ['?', toBase64(Buffer.from('<svg/>')), toBase64(aLogo().subarray(0, 60))]) {
      expect(await save({ logo: { base64 }, alt: 'A ship' })).toMatchObject({ error: { code: 'INVALID', field: 'logo' } });
    }
    expect((await find()).version).toBe(0);
  });
});
