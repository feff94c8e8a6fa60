import { describe, expect, it } from 'vitest';
import { SEES_ALL } from '@/lib/assignments/sight';
import { findGoneClaim } from '@/lib/claims/gone/data';
import { parseClaimReference } from '@/lib/claims/gone/gone-claim';
import { deleteClaim } from '@/lib/claims/mutations';
import { createTestClaimIn, toVersion, valueOf } from '../../factories/claims';
import { as, createTestDesk } from '../../factories/people';
import { useDesk } from '../use-database';

describe('a claim that is gone', () => {
  it('is told of by its id and by its number, with who deleted it, on its own desk only', async () => {
    const { db, desk, article } = await useDesk();
    const claim = await createTestClaimIn(db, desk, article, 'draft');
    const scope = { deskId: desk.deskId, articleId: article.articleId };
    expect(await findGoneClaim(db, { sight: SEES_ALL, ...scope, reference: { id: claim.id } })).toBeNull();
    valueOf(await deleteClaim(as(db, desk.editor, 'claim.delete'), toVersion(claim)));
    const gone = await findGoneClaim(db, { sight: SEES_ALL, ...scope, reference: { id: claim.id } });
    expect(gone).toMatchObject({ id: claim.id, number: claim.number, by: { id: desk.editor.userId, name: desk.editor.name } });
    expect(await findGoneClaim(db, { sight: SEES_ALL, ...scope, reference: { number: claim.number } })).toEqual(gone);
    const other = await createTestDesk(db, 'Other');
    expect(await findGoneClaim(db, { sight: SEES_ALL, ...scope, deskId: other.deskId, reference: { id: claim.id } })).toBeNull();
  });

  it('is named by the end of an address', () => {
    const id = '01a20546-c7b7-7097-ae8d-81a2b04aa7fc';
    expect([`claim-${id}`, 'C8', 'c12', 'claim-8', '', 'C8 '].map(parseClaimReference)).toEqual([
      ...[{ id }, { number: 8 }, { number: 12 }],
      ...[null, null, null],
    ]);
  });
});
