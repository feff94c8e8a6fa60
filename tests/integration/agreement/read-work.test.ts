import { describe, expect, it } from 'vitest';
import { agreementOf } from '@/lib/agreement/agreement-report';
import { readWork } from '@/lib/agreement/data';
import { SEES_ALL } from '@/lib/assignments/sight';
import { deleteClaim, editClaim } from '@/lib/claims/mutations';
import { newId } from '@/lib/kernel/ids';
import { fixAndApprove, moveClaim, submitClaims } from '@/lib/review/mutations';
import { createTestArticle } from '../../factories/articles';
import { assignBlind, handInCheck } from '../../factories/assignments';
import { createTestClaim, createTestClaimIn, toEditInput, toVersion, valueOf } from '../../factories/claims';
import { as, createTestDesk, newKey } from '../../factories/people';
import { createSampleDesk } from '../../factories/sample';
import { useDatabase, useDesk } from '../use-database';

async function useWork() {
  const made = await useDesk();
  const { db, desk, article } = made;
  return {
    ...made,
    read: async () => {
      const work = await readWork(db, { sight: SEES_ALL, deskId: desk.deskId, articleId: article.articleId });
      if (work === null) throw new Error('There is no article.');
      return work;
    },
  };
}

describe('reading the checkers’ work', () => {
  it('gives the claims of each who made some, in text order, and the text', async () => {
    const { db, desk, article, read } = await useWork();
    await createTestClaim(db, desk.checker, article, { spans: [{ start: 19, end: 28 }] });
    await createTestClaim(db, desk.otherChecker, article);
    await createTestClaim(db, desk.checker, article);
    const { works, text, article: found } = await read();
    expect(found.title).toBe('The mayor resigned');
    expect(works.map(({ person, claims }) => [person.name, claims.map(({ number }) => number)])).toEqual([
      ['Cleo of Desk', [3, 1]],
      ['Otto of Desk', [2]],
    ]);
    expect(text.length).toBe(article.text.length);
    expect(text.wordStarts.slice(0, 4)).toEqual([0, 4, 10, 19]);
    expect(agreementOf(works, text)).toMatchObject({ defined: true, matched: 1, alone: 1 });
  });

  it('takes those who were to check it, also who handed in without a claim, and nobody else', async () => {
    const { db, desk, article, read } = await useWork();
    await assignBlind(db, desk, article, [desk.checker, desk.otherChecker]);
    const claim = await createTestClaim(db, desk.checker, article);
    const own = valueOf(
      await submitClaims(as(db, desk.checker, 'claim.submit'), {
        ...{ key: newKey(), articleId: article.articleId },
        claims: [{ id: claim.id, version: claim.version }],
      }),
    );
    expect(own).toHaveLength(1);
    const counts = async () => (await read()).works.map(({ person, claims }) => [person.name, claims.length]);
    expect(await counts()).toEqual([['Cleo of Desk', 1]]);
    for (const person of [desk.checker, desk.otherChecker]) valueOf(await handInCheck(db, person, article));
    await createTestClaim(db, desk.editor, article);
    expect(await counts()).toEqual([
      ['Cleo of Desk', 1],
      ['Otto of Desk', 0],
    ]);
    const { works, text } = await read();
    expect(agreementOf(works, text)).toMatchObject({ defined: true, matched: 0, alone: 1 });
  });

  it('reads a claim that an editor fixed back to how its checker left it', async () => {
    const { db, desk, article, read } = await useWork();
    const claim = await createTestClaimIn(db, desk, article, 'submitted', { note: 'As I saw it.' });
    const input = toEditInput(claim, { spans: [{ start: 4, end: 18 }], sourceType: 'author', source: null, note: 'Fixed.' });
    valueOf(await fixAndApprove(as(db, desk.editor, 'claim.approve'), input));
    const [own] = (await read()).works[0]?.claims ?? [];
    const { spans, sourceType, source, note, version, chain, createdBy } = claim;
    expect(own).toMatchObject({ spans, sourceType, source, note, version, chain, createdBy });
  });

  it('leaves out what a checker wrote after their claim came back', async () => {
    const { db, desk, article, read } = await useWork();
    const claim = await createTestClaimIn(db, desk, article, 'submitted', { confidence: 'low' });
    const returned = valueOf(
      await moveClaim(as(db, desk.editor, 'claim.return'), 'return', { ...toVersion(claim), reason: 'Are you sure?' }),
    );
    valueOf(await editClaim(as(db, desk.checker, 'claim.edit'), toEditInput(returned, { confidence: 'high' })));
    expect((await read()).works[0]?.claims[0]).toMatchObject({ confidence: 'low', version: 2 });
  });

  it('leaves out deleted claims, and another desk’s article', async () => {
    const { db, desk, article, read } = await useWork();
    const claim = await createTestClaim(db, desk.checker, article);
    valueOf(await deleteClaim(as(db, desk.checker, 'claim.delete'), toVersion(claim)));
    expect((await read()).works).toEqual([]);
    const other = await createTestDesk(db, 'Other');
    const theirs = await createTestArticle(db, other.checker);
    expect(await readWork(db, { sight: SEES_ALL, deskId: desk.deskId, articleId: theirs.articleId })).toBeNull();
    expect(await readWork(db, { sight: SEES_ALL, deskId: desk.deskId, articleId: newId() })).toBeNull();
  });

  it('takes everybody who made a claim for a checker: in the sample also the editor, who made one that nobody else made', async () => {
    const { db } = await useDatabase();
    const { desk, articleId } = await createSampleDesk(db);
    const work = await readWork(db, { sight: SEES_ALL, deskId: desk.deskId, articleId });
    expect(work?.works.map(({ claims }) => claims.length)).toEqual([25, 1]);
    const report = agreementOf(work?.works ?? [], work?.text ?? { length: 0, wordStarts: [] });
    expect(report).toMatchObject({ defined: true, matched: 0, alone: 26 });
  });
});
