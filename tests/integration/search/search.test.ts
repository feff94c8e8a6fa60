import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { saveDeskNote } from '@/lib/claims/desk-note/mutations';
import { mergeSource } from '@/lib/claims/merging/mutations';
import { deleteClaim, editClaim, restoreClaim } from '@/lib/claims/mutations';
import { type Finder, searchArticles, searchClaims, searchSources } from '@/lib/search/data';
import type { MarkedText } from '@/lib/search/hit';
import { renewSearch } from '@/lib/search/mutations';
import { parseQuery } from '@/lib/search/words';
import { addAlias, removeAlias } from '@/lib/sources/mutations';
import { createTestArticle } from '../../factories/articles';
import { createTestClaim, toEditInput, toVersion, valueOf } from '../../factories/claims';
import { as, createTestDesk, newKey } from '../../factories/people';
import { createTestSource, recordOf, toSourceVersion } from '../../factories/sources';
import { useDesk } from '../use-database';

async function useSearch() {
  const made = await useDesk();
  const { db, desk } = made;
  const finder: Finder = { deskId: desk.deskId, mayFindClaim: () => true, mayFindArticle: () => true, mayFindSource: async () => true };
  const wanted = (q: string, after: number | null = null, limit = 50) => ({ terms: parseQuery(q), after, limit });
  return {
    ...made,
    finder,
    claims: async (q: string, as: Finder = finder) => (await searchClaims(db, as, wanted(q))).hits,
    articles: async (q: string, as: Finder = finder) => (await searchArticles(db, as, wanted(q))).hits,
    sources: async (q: string, as: Finder = finder) => (await searchSources(db, as, wanted(q))).hits,
    wanted,
  };
}

const marksOf = ({ text, marks }: MarkedText) => marks.map(({ start, end }) => text.slice(start, end));

describe('search', () => {
  it('finds an article by its title and text, with the place marked', async () => {
    const { db, desk, articles } = await useSearch();
    const long = await createTestArticle(
      db,
      desk.checker,
      `About bridges\n${'Nothing here. '.repeat(2000)}The Élysée said no. ${'Nor here. '.repeat(500)}`,
    );
    const [byTitle] = await articles('bridge');
    expect([byTitle?.id, byTitle?.excerpt]).toEqual([long.articleId, null]);
    expect(marksOf(byTitle?.title as MarkedText)).toEqual(['bridges']);
    const [byText] = await articles('elysee no');
    expect(byText?.id).toBe(long.articleId);
    expect(marksOf(byText?.excerpt as MarkedText)).toContain('Élysée');
    expect(byText?.excerpt?.text.length).toBeLessThan(320);
    expect(await articles('elysee yes')).toEqual([]);
    expect((await articles('mayor')).map(({ title }) => title.text)).toEqual(['The mayor resigned']);
  });

  it('finds a claim by its quote and its note as they are now, and not when it is deleted', async () => {
    const { db, desk, article, claims } = await useSearch();
    const claim = await createTestClaim(db, desk.checker, article, { note: 'Ask the harbour master.' });
    const [hit] = await claims('mayor HARBOUR');
    expect(hit).toMatchObject({ id: claim.id, number: 1, articleTitle: 'The mayor resigned', source: 'The Mayor', state: 'draft' });
    expect([marksOf(hit?.quote as MarkedText), marksOf(hit?.note as MarkedText)]).toEqual([['mayor'], ['harbour']]);
    const edited = valueOf(
      await editClaim(as(db, desk.checker, 'claim.edit'), toEditInput(claim, { note: 'Ask nobody.', spans: [{ start: 19, end: 37 }] })),
    );
    expect(await claims('harbour')).toEqual([]);
    expect((await claims('said nobody')).map(({ id }) => id)).toEqual([claim.id]);
    const gone = valueOf(await deleteClaim(as(db, desk.checker, 'claim.delete'), toVersion(edited)));
    expect(await claims('said')).toEqual([]);
    valueOf(await restoreClaim(as(db, desk.checker, 'claim.delete'), toVersion(gone)));
    expect((await claims('said')).map(({ id }) => id)).toEqual([claim.id]);
  });

  it('does not find what the desk keeps to itself about a claim', async () => {
    const { db, desk, article, claims, articles, sources } = await useSearch();
    const claim = await createTestClaim(db, desk.checker, article);
    const note = { key: newKey(), claimId: claim.id, version: 0, text: 'Whistleblower Quetzalcoatl' };
    valueOf(await saveDeskNote(as(db, desk.checker, 'desk_note.edit'), note));
    for (const find of [claims, articles, sources]) expect(await find('quetzalcoatl')).toEqual([]);
  });

  it('finds a source by all its names, also after it was merged', async () => {
    const { db, desk, sources } = await useSearch();
    const nyt = await createTestSource(db, desk.checker, 'The New York Times');
    const paper = await createTestSource(db, desk.checker, 'Нью-Йорк Таймс');
    const record = valueOf(
      await addAlias(as(db, desk.checker, 'source.edit'), {
        ...toSourceVersion(await recordOf(db, desk.checker, nyt)),
        alias: 'Gray Lady',
      }),
    );
    const [hit] = await sources('lady');
    expect([hit?.id, hit?.name.text, hit?.aliases.map(({ text }) => text)]).toEqual([nyt.id, 'The New York Times', ['Gray Lady']]);
    const into = await recordOf(db, desk.editor, nyt);
    valueOf(
      await mergeSource(as(db, desk.editor, 'source.merge'), {
        ...toSourceVersion(await recordOf(db, desk.editor, paper)),
        intoId: into.id,
        intoVersion: into.version,
      }),
    );
    expect(await sources('таймс')).toMatchObject([{ id: nyt.id, mergedInto: 'The New York Times' }]);
    const alias = record.aliases[0];
    valueOf(
      await removeAlias(as(db, desk.checker, 'source.edit'), {
        ...toSourceVersion(await recordOf(db, desk.checker, nyt)),
        aliasId: alias?.id ?? '',
      }),
    );
    expect(await sources('lady')).toEqual([]);
  });

  it('finds nothing of another desk, and nothing that the person may not find', async () => {
    const { db, desk, article, finder, claims, articles, sources } = await useSearch();
    const other = await createTestDesk(db, 'Other');
    const theirs = await createTestArticle(db, other.checker, 'Their secret article');
    await createTestClaim(db, other.checker, theirs, { note: 'Their secret note', source: { name: 'Their secret source' } });
    for (const find of [claims, articles, sources]) expect(await find('secret')).toEqual([]);
    const mine = await createTestClaim(db, desk.checker, article, { note: 'Half' });
    const hidden = await createTestClaim(db, desk.otherChecker, article, { note: 'Half' });
    expect((await claims('half')).map(({ id }) => id)).toEqual([hidden.id, mine.id]);
    const blind: Finder = { ...finder, mayFindClaim: ({ createdById }) => createdById === desk.checker.userId };
    expect((await claims('half', blind)).map(({ id }) => id)).toEqual([mine.id]);
    const outside: Finder = { ...finder, mayFindArticle: ({ id }) => id !== article.articleId };
    expect([await claims('half', outside), await articles('mayor', outside)]).toEqual([[], []]);
  });

  it('goes page by page, newest first, each once, past what nobody may find', async () => {
    const { db, desk, article, finder, wanted } = await useSearch();
    const made = [];
    for (let at = 0; at < 9; at++)
      made.push(await createTestClaim(db, at % 3 === 0 ? desk.otherChecker : desk.checker, article, { note: `Page ${at}` }));
    const blind: Finder = { ...finder, mayFindClaim: ({ createdById }) => createdById === desk.checker.userId };
    const first = await searchClaims(db, blind, wanted('page', null, 4));
    await createTestClaim(db, desk.checker, article, { note: 'Page that came between' });
    const second = await searchClaims(db, blind, wanted('page', first.next, 4));
    expect([first.hits.length, second.next]).toEqual([4, null]);
    const expected = made.filter((_, at) => at % 3 !== 0).map(({ id }) => id);
    expect([...first.hits, ...second.hits].map(({ id }) => id)).toEqual(expected.toReversed());
  });

  it('finds text of scripts without spaces anywhere in a line', async () => {
    const { db, desk, articles } = await useSearch();
    const made = await createTestArticle(db, desk.checker, '新聞\n昨日北京市政府宣布關閉大橋。ประเทศไทย');
    for (const query of ['北京', '大橋', '市政府宣布', 'ไทย', '新聞 橋'])
      expect(
        (await articles(query)).map(({ id }) => id),
        query,
      ).toEqual([made.articleId]);
    expect(await articles('京北')).toEqual([]);
  });

  it('answers whatever is typed', async () => {
    const { db, desk, article, claims, articles, sources } = await useSearch();
    await createTestClaim(db, desk.checker, article, { note: 'A note.' });
    const hostile = [
      '"',
      "'",
      '*',
      'a*',
      '^',
      'words:a',
      'NEAR(a, 2)',
      'a AND',
      'OR',
      'NOT a',
      '(',
      'a"b',
      '\0',
      'a\0b',
      '{words}:a',
      '-',
      '%',
      'a'.repeat(10_000),
      '" '.repeat(5000),
      '\'; DROP TABLE "Claim"; --',
      '\ud800',
    ];
    for (const query of hostile) for (const find of [claims, articles, sources]) expect(Array.isArray(await find(query)), query).toBe(true);
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.string(), fc.string({ unit: 'binary' })), async (query) => {
        expect(Array.isArray(await claims(query))).toBe(true);
      }),
    );
  });

  it('can be made anew from what is there', async () => {
    const { db, desk, article, claims, articles } = await useSearch();
    const kept = [];
    for (const note of ['Anew one', 'Anew two']) kept.push(await createTestClaim(db, desk.checker, article, { note }));
    await db.transact(async (_tx, direct) => direct.run('DELETE FROM "ClaimWords"', []));
    expect(await claims('anew')).toEqual([]);
    expect(await renewSearch(db)).toBe(4);
    expect((await claims('anew')).map(({ id }) => id)).toEqual(kept.map(({ id }) => id).toReversed());
    expect(await articles('mayor')).toHaveLength(1);
  });
});
