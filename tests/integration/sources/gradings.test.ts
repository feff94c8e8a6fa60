import { expect, it } from 'vitest';
import { SEES_ALL } from '@/lib/assignments/sight';
import { mergeSource } from '@/lib/claims/merging/mutations';
import { editClaim } from '@/lib/claims/mutations';
import { listGradedClaims } from '@/lib/reliability/data';
import { diagonalWords, toDeskGradings } from '@/lib/reliability/gradings';
import { gradeSource } from '@/lib/sources/mutations';
import { createTestClaim, toEditInput, valueOf } from '../../factories/claims';
import { as } from '../../factories/people';
import { createTestSource, recordOf, toSourceVersion } from '../../factories/sources';
import { useDesk } from '../use-database';

it('puts the last grade of a source, also of one merged into it, beside its claims’ credibility, on its own desk only', async () => {
  const { db, desk, article } = await useDesk();
  const { checker, editor } = desk;
  const [mayor, office] = [await createTestSource(db, checker, 'The Mayor'), await createTestSource(db, checker, 'His office')];
  const grade = async (source: { id: string }, letter: 'B' | 'D') =>
    gradeSource(as(db, editor, 'source.grade'), {
      ...toSourceVersion(await recordOf(db, checker, source)),
      grade: letter,
      reason: 'Four statements were traced.',
    });
  valueOf(await grade(mayor, 'D'));
  valueOf(await grade(office, 'B'));
  const finding = {
    attributionCheck: 'accurate',
    contentCheck: 'confirmed',
    likelihood: null,
    rationale: '',
    correction: '',
    question: '',
  } as const;
  for (const credibility of [2, 4, 6] as const) {
    const claim = await createTestClaim(db, checker, article, { source: { id: mayor.id } });
    valueOf(await editClaim(as(db, checker, 'claim.edit'), toEditInput(claim, { details: { finding: { ...finding, credibility } } })));
  }
  await createTestClaim(db, checker, article, { source: { id: mayor.id } });

  const letters = async () =>
    (await listGradedClaims(db, { ...desk, sight: SEES_ALL })).map(({ reliability, credibility }) => `${reliability}${credibility}`);
  expect(await letters()).toEqual(['D6', 'D4', 'D2']);
  expect(diagonalWords(toDeskGradings(await listGradedClaims(db, { ...desk, sight: SEES_ALL })).share)).toBe(
    '1 of 2 gradings lie on the diagonal (A1, B2, C3, D4, E5).',
  );

  const [from, into] = [await recordOf(db, checker, mayor), await recordOf(db, checker, office)];
  valueOf(await mergeSource(as(db, editor, 'source.merge'), { ...toSourceVersion(from), intoId: into.id, intoVersion: into.version }));
  expect(await letters(), 'the newest grade of both names').toEqual(['B6', 'B4', 'B2']);
  expect(await listGradedClaims(db, { sight: SEES_ALL, deskId: 'another' })).toEqual([]);
});

it('says why there is nothing to compare', async () => {
  const { db, desk } = await useDesk();
  expect(diagonalWords(toDeskGradings(await listGradedClaims(db, { ...desk, sight: SEES_ALL })).share)).toMatch(
    /^Nothing to compare yet: no claim has both/,
  );
});
