import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SupportedClaim } from '@/lib/attribution/corroboration';
import type { OriginGroup } from '@/lib/attribution/origin-group';
import { checkCredibility, diagonalShare, type Grading, gradeDoubt, gradeDoubts } from '@/lib/claims/credibility';
import { CREDIBILITIES } from '@/lib/claims/finding';
import { aGroup, arbitraryClaims, arbitraryGroups } from '../attribution/arbitrary-chain';
import { chainOf, IMPERSONAL, NYT, REUTERS } from '../attribution/links';

const NYT_GROUP = aGroup('nyt', ['nyt'], 'We spoke to its desk.');
const REUTERS_GROUP = aGroup('reuters', ['reuters'], 'Published three years before.');

function claim(id: string, different: Partial<SupportedClaim> = {}): SupportedClaim {
  return { id, chain: chainOf(NYT), relations: [], evidence: [], ...different };
}

function check(claims: readonly SupportedClaim[], groups: readonly OriginGroup[] = [NYT_GROUP, REUTERS_GROUP]): string | null {
  return checkCredibility(1, 'a', { claims, groups });
}

const RESTATED = [claim('a', { relations: [{ kind: 'restates', claimId: 'b' }] }), claim('b', { chain: chainOf(REUTERS) })];
const EVIDENCE = { stance: 'supports', url: null, originGroupId: 'reuters' };

describe('credibility 1', () => {
  it('is given where a claim that restates it has another attested origin', () => {
    expect(check(RESTATED)).toBeNull();
  });

  it('is given where its evidence lies in another attested origin', () => {
    expect(check([claim('a', { evidence: [EVIDENCE] })])).toBeNull();
  });

  it('is given on evidence alone, from two attested origins', () => {
    const evidence = [EVIDENCE, { ...EVIDENCE, originGroupId: 'nyt' }];
    expect(check([claim('a', { chain: chainOf(IMPERSONAL), evidence })])).toBeNull();
  });

  it.each([
    ['one support only', [claim('a')], undefined, /only one does/],
    ['nobody behind it', [claim('a', { chain: chainOf(IMPERSONAL) })], undefined, /none does/],
    ['two supports of unknown independence', RESTATED, [], /none does/],
    ['one of two attested', RESTATED, [NYT_GROUP, { ...REUTERS_GROUP, attested: null }], /only one does/],
    ['two supports in one group', RESTATED, [aGroup('g', ['nyt', 'reuters'], 'Asked.')], /only one does/],
    ['evidence that refutes', [claim('a', { evidence: [{ ...EVIDENCE, stance: 'refutes' }] })], undefined, /only one does/],
    ['evidence of an unknown origin', [claim('a', { evidence: [{ ...EVIDENCE, originGroupId: null }] })], undefined, /only one does/],
    ['two attested groups that share an origin', [...RESTATED, claim('c', { chain: chainOf(NYT, REUTERS) })], undefined, /only one does/],
    ['a claim that is not there', [], undefined, /none does/],
  ])('is refused for %s, with the reason', (_, claims, groups, words) => {
    const sentence = check(claims, groups);
    expect(sentence).toMatch(words);
    expect(sentence).toMatch(/^Credibility 1 means confirmed by independent sources\./);
  });

  it('is never given without two groups that a person attested', () => {
    fc.assert(
      fc.property(arbitraryClaims, arbitraryGroups, (claims, groups) => {
        if (groups.filter(({ attested }) => attested !== null).length >= 2) return;
        for (const { id } of claims) expect(checkCredibility(1, id, { claims, groups })).not.toBeNull();
      }),
    );
  });
});

describe('any other credibility', () => {
  it.each([2, 3, 4, 5, 6, null] as const)('asks for nothing: %s', (grade) => {
    expect(checkCredibility(grade, 'a', { claims: [], groups: [] })).toBeNull();
  });
});

describe('the doubt about a grade 1 that was given', () => {
  it('is there exactly where the grade would be refused now', () => {
    fc.assert(
      fc.property(arbitraryClaims, arbitraryGroups, (claims, groups) => {
        const supports = { claims, groups };
        const doubts = gradeDoubts(
          claims.map(({ id }) => id),
          supports,
        );
        for (const { id } of claims) expect(doubts.has(id)).toBe(checkCredibility(1, id, supports) !== null);
      }),
    );
  });

  it('says what is missing, and nothing of other grades', () => {
    expect([gradeDoubt(1, 0), gradeDoubt(1, 1), gradeDoubt(1, 2)]).toEqual([
      'no attested origin stands behind it, and confirmed means two that differ',
      'only one attested origin stands behind it, and confirmed means two that differ',
      null,
    ]);
    expect([2, 3, 6, null].map((grade) => gradeDoubt(grade as 2 | 3 | 6 | null, 0))).toEqual([null, null, null, null]);
    expect([...gradeDoubts(['a'], null)]).toEqual([['a', 'the article has not two attested origins']]);
  });
});

describe('the share of gradings on the diagonal', () => {
  const gradings = (...words: readonly string[]) =>
    words.map((word) => ({ reliability: word.charAt(0), credibility: Number(word.charAt(1)) }) as Grading);

  it('counts A1 to E5 and nothing beside', () => {
    expect(diagonalShare(gradings('A1', 'B2', 'C3', 'D4', 'E5'))).toEqual({ diagonal: 5, of: 5 });
    expect(diagonalShare(gradings('A2', 'B1', 'E1', 'B2'))).toEqual({ diagonal: 1, of: 4 });
  });

  it('leaves out what cannot be judged', () => {
    expect(diagonalShare(gradings('F1', 'A6', 'F6', 'A1'))).toEqual({ diagonal: 1, of: 1 });
  });

  it.each([[gradings()], [gradings('F6', 'F1', 'B6')]])('has a reason where there is none', (none) => {
    expect(diagonalShare(none)).toEqual({ diagonal: null, reason: expect.stringMatching(/no claim has/) });
  });

  it('is a part of the whole', () => {
    const grading = fc.record({
      reliability: fc.constantFrom('A', 'B', 'C', 'D', 'E', 'F'),
      credibility: fc.constantFrom(...CREDIBILITIES),
    });
    fc.assert(
      fc.property(fc.array(grading as fc.Arbitrary<Grading>), (some) => {
        const share = diagonalShare(some);
        if (share.diagonal === null) return;
        expect(share.diagonal).toBeLessThanOrEqual(share.of);
        expect(share.of).toBeGreaterThan(0);
        expect(share.of).toBeLessThanOrEqual(some.length);
      }),
    );
  });
});
