import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Chain } from '@/lib/attribution/chain';
import { corroborationOf, corroborationWords, type SupportedClaim, supportsOf } from '@/lib/attribution/corroboration';
import type { OriginGroup } from '@/lib/attribution/origin-group';
import { carriersOf, originsOf } from '@/lib/attribution/origins';
import { aGroup, arbitraryClaims, arbitraryGroups } from './arbitrary-chain';
import { chainOf, IMPERSONAL, KOZAK, NYT, PUTIN, REUTERS } from './links';

const SUPPORT = { stance: 'supports', url: null, originGroupId: null };

function claim(id: string, chain: Chain, different: Partial<SupportedClaim> = {}): SupportedClaim {
  return { id, chain, relations: [], evidence: [], ...different };
}

function restates(...ids: readonly string[]) {
  return ids.map((claimId) => ({ kind: 'restates', claimId }));
}

function wordsOf(id: string, claims: readonly SupportedClaim[], groups: readonly OriginGroup[] = []): string {
  return corroborationWords(supportsOf(claims, originsOf(claims, groups)).count(id));
}

describe('corroboration of one claim', () => {
  it('is its own origin', () => {
    const claims = [claim('a', chainOf(NYT)), claim('b', chainOf(REUTERS))];
    expect(wordsOf('a', claims)).toBe('at most 1 origin, 0 attested');
    expect(wordsOf('a', claims, [aGroup('g', ['nyt'], 'Asked.')])).toBe('at most 1 origin, 1 attested');
  });

  it('is none where nobody reports it', () => {
    expect(wordsOf('a', [claim('a', chainOf(IMPERSONAL))])).toBe('no origin: nobody is said to report it');
  });

  it('counts the origins of those that restate it, through others and from either side', () => {
    const claims = [
      claim('a', chainOf(NYT), { relations: restates('b') }),
      claim('b', chainOf(IMPERSONAL)),
      claim('c', chainOf(REUTERS), { relations: restates('b', 'gone') }),
      claim('d', chainOf(KOZAK)),
    ];
    expect(['a', 'b', 'c', 'd'].map((id) => wordsOf(id, claims).slice(0, 9))).toEqual(['at most 2', 'at most 2', 'at most 2', 'at most 1']);
  });

  it('counts those once that share an origin, also through a claim beside the point', () => {
    const claims = [
      claim('a', chainOf(NYT), { relations: restates('b') }),
      claim('b', chainOf(REUTERS)),
      claim('c', chainOf(REUTERS, NYT)),
    ];
    expect(wordsOf('a', claims)).toBe('at most 1 origin, 0 attested');
  });

  it('counts evidence without a group as an unknown origin of its own, the same page once', () => {
    const page = { ...SUPPORT, url: 'https://example.org/a' };
    expect(wordsOf('a', [claim('a', chainOf(NYT), { evidence: [SUPPORT, SUPPORT] })])).toBe('at most 3 origins, 0 attested');
    expect(wordsOf('a', [claim('a', chainOf(NYT), { evidence: [page, page, { ...page, url: '' }] })])).toBe(
      'at most 3 origins, 0 attested',
    );
  });

  it('counts evidence in a group as that group’s origin', () => {
    const evidence = [
      { ...SUPPORT, originGroupId: 'g' },
      { ...SUPPORT, originGroupId: 'h' },
    ];
    const claims = [claim('a', chainOf(NYT), { evidence })];
    const groups = [aGroup('g', ['nyt']), aGroup('h', ['putin'], 'Heard on the recording.')];
    expect(wordsOf('a', claims, groups)).toBe('at most 2 origins, 1 attested');
  });

  it('does not count what refutes it or only gives context', () => {
    const evidence = [
      { ...SUPPORT, stance: 'refutes' },
      { ...SUPPORT, stance: 'context' },
    ];
    expect(wordsOf('a', [claim('a', chainOf(PUTIN), { evidence })])).toBe('at most 1 origin, 0 attested');
  });

  it('counts no origin and no group twice, and attests nothing that no person attested', () => {
    fc.assert(
      fc.property(arbitraryClaims, arbitraryGroups, (claims, groups) => {
        const all = supportsOf(claims, originsOf(claims, groups));
        for (const { id } of claims) {
          const supports = all.of(id);
          expect(all.count(id)).toEqual(corroborationOf(supports));
          const named = supports.flatMap((origin) => origin.groups);
          expect(new Set(named).size).toBe(named.length);
          expect(new Set(supports).size).toBe(supports.length);
          const { atMost, attested } = corroborationOf([...supports, ...supports]);
          expect(atMost).toBe(supports.length);
          expect(attested).toBeLessThanOrEqual(named.filter((group) => group.attested !== null).length);
          expect(attested).toBeLessThanOrEqual(atMost);
        }
      }),
    );
  });

  it('is not higher for any claim after a tie, among claims that somebody reports', () => {
    fc.assert(
      fc.property(arbitraryClaims, arbitraryGroups, fc.nat(), fc.nat(), (any, groups, from, to) => {
        const claims = any.filter(({ chain }) => carriersOf(chain).length > 0);
        const [first, second] = [claims[from % claims.length], claims[to % claims.length]];
        if (first === undefined || second === undefined) return;
        const tie = { kind: 'same_origin', claimId: second.id };
        const tied = claims.map((claim) => (claim === first ? { ...claim, relations: [...claim.relations, tie] } : claim));
        const before = supportsOf(claims, originsOf(claims, groups));
        const after = supportsOf(tied, originsOf(tied, groups));
        for (const { id } of claims) expect(after.count(id).atMost).toBeLessThanOrEqual(before.count(id).atMost);
      }),
    );
  });
});
