import { describe, expect, it } from 'vitest';
import { SEES_ALL } from '@/lib/assignments/sight';
import { createClaim, editClaim } from '@/lib/claims/mutations';
import { newId } from '@/lib/kernel/ids';
import { findSources } from '@/lib/sources/data';
import { createTestArticle } from '../../factories/articles';
import { createTestClaim, toCreateInput, toEditInput, valueOf } from '../../factories/claims';
import { as } from '../../factories/people';
import { useDesk } from '../use-database';

async function useSources() {
  const made = await useDesk();
  const { db, desk, article } = made;
  const find = (query: string) => findSources(db, { sight: SEES_ALL, deskId: desk.deskId, articleId: article.articleId }, query);
  const claim = (name: string, more: Parameters<typeof createTestClaim>[3] = {}) =>
    createTestClaim(db, desk.checker, article, { source: { name }, ...more });
  return { ...made, find, claim };
}

describe('naming a source', () => {
  it('creates it once, with the kind its first use suggests', async () => {
    const { claim, db } = await useSources();
    const made = await claim('The New York Times', { sourceType: 'news_organization' });
    expect(made.source).toMatchObject({ name: 'The New York Times', kind: 'news_organization' });
    expect(await db.read.auditEvent.count({ where: { type: 'source.created', subjectId: made.source?.id ?? '' } })).toBe(1);
  });

  it.each([
    'the new york times',
    '  The New  York Times ',
    'ＴＨＥ ＮＥＷ ＹＯＲＫ ＴＩＭＥＳ',
    'The New\u00a0York Times',
    'The\u00ad New York\u200b Times',
  ])('finds it again as %j and keeps its first spelling', async (name) => {
    const { claim, db } = await useSources();
    const first = await claim('The New York Times', { sourceType: 'news_organization' });
    const again = await claim(name, { sourceType: 'news_organization' });
    expect(again.source).toEqual(first.source);
    expect(await db.read.source.count()).toBe(1);
  });

  it('creates it once when 10 claims name it at the same time', async () => {
    const { claim, db } = await useSources();
    const claims = await Promise.all(Array.from({ length: 10 }, (_, round) => claim(round % 2 === 0 ? 'Reuters' : 'REUTERS')));
    expect(new Set(claims.map((made) => made.source?.id)).size).toBe(1);
    expect(await db.read.source.count()).toBe(1);
    expect(await db.read.auditEvent.count({ where: { type: 'source.created' } })).toBe(1);
  });

  it('can be done by the id of a source of the desk, in an edit too', async () => {
    const { claim, db, desk } = await useSources();
    const [mayor, reuters] = [await claim('The Mayor'), await claim('Reuters')];
    const edited = await editClaim(as(db, desk.checker, 'claim.edit'), toEditInput(mayor, { source: { id: reuters.source?.id ?? '' } }));
    expect(valueOf(edited).source).toEqual(reuters.source);
  });

  it('refuses an id that no source of the desk has', async () => {
    const { db, desk, article } = await useSources();
    const input = toCreateInput(article, { source: { id: newId() } });
    expect(await createClaim(as(db, desk.checker, 'claim.create'), input)).toMatchObject({
      ok: false,
      error: { code: 'NOT_FOUND', field: 'source' },
    });
    expect(await db.read.claim.count()).toBe(0);
  });

  it('is forgotten when the claim that brought the name is refused', async () => {
    const { db, desk, article } = await useSources();
    const input = toCreateInput(article, { source: { name: 'Ghost' }, spans: [{ start: 0, end: 9999 }] });
    expect(await createClaim(as(db, desk.checker, 'claim.create'), input)).toMatchObject({ ok: false });
    expect(await db.read.source.count()).toBe(0);
  });
});

describe('finding sources', () => {
  it('lists those of the article first, then the most used, and counts both', async () => {
    const { claim, find, db, desk } = await useSources();
    const elsewhere = await createTestArticle(db, desk.checker, 'Elsewhere somebody spoke.');
    for (let round = 0; round < 3; round += 1) await createTestClaim(db, desk.checker, elsewhere, { source: { name: 'Busy Elsewhere' } });
    await createTestClaim(db, desk.checker, elsewhere, { source: { name: 'Quiet Elsewhere' } });
    await claim('Used Here');
    expect(await find('')).toMatchObject([
      { name: 'Used Here', claimsHere: 1, claimsOnDesk: 1 },
      { name: 'Busy Elsewhere', claimsHere: 0, claimsOnDesk: 3 },
      { name: 'Quiet Elsewhere', claimsHere: 0, claimsOnDesk: 1 },
    ]);
  });

  it('ignores case, width and spaces in what was typed', async () => {
    const { claim, find } = await useSources();
    await claim('Łukasz Ó Briain');
    for (const query of ['łukasz', 'ŁUKASZ ó', ' ó  briain ', '\uff42riain']) expect(await find(query), query).toHaveLength(1);
    expect(await find('lucas')).toEqual([]);
  });

  it('takes %, _ and \\ as the characters they are', async () => {
    const { claim, find } = await useSources();
    await claim('100% Sure Ltd');
    await claim('snake_case\\path');
    await claim('Plain Name');
    expect((await find('%')).map((source) => source.name)).toEqual(['100% Sure Ltd']);
    expect((await find('_')).map((source) => source.name)).toEqual(['snake_case\\path']);
    expect((await find('\\')).map((source) => source.name)).toEqual(['snake_case\\path']);
    expect(await find("' OR 1=1 --")).toEqual([]);
  });

  it('does not count deleted claims', async () => {
    const { claim, find, db } = await useSources();
    const made = await claim('Reuters');
    await db.transact((tx) => tx.claim.update({ where: { id: made.id }, data: { deletedAt: new Date() } }));
    expect(await find('reuters')).toMatchObject([{ claimsHere: 0, claimsOnDesk: 0 }]);
  });

  it('lists 30 at most', async () => {
    const { claim, find } = await useSources();
    for (let round = 0; round < 32; round += 1) await claim(`Source ${round}`);
    expect(await find('source')).toHaveLength(30);
  });
});
