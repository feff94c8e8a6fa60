import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { corroborationOf, corroborationWords } from '@/lib/attribution/corroboration';
import type { Link } from '@/lib/attribution/link';
import type { OriginGroup } from '@/lib/attribution/origin-group';
import { carriersOf, type OriginClaim, type Origins, originsOf } from '@/lib/attribution/origins';
import { aGroup, arbitraryClaims, arbitraryGroups, SOURCE_IDS } from './arbitrary-chain';
import { aCue, aLink, BARE, chainOf, ELITE, IMPERSONAL, INSIDERS, KOZAK, NYT, PUTIN, REUTERS } from './links';
import { readSampleChains } from './sample-chains';

const REPORT = aLink('document', 'Report');

/** Claims a, b, c ... with these links behind the voice; `ties` are pairs like 'ab', drawn from the first. */
function claimsOf(chains: readonly (readonly Link[])[], ties: readonly string[] = []): readonly OriginClaim[] {
  return chains.map((links, at) => {
    const id = 'abcdef'.charAt(at);
    const drawn = ties.filter((tie) => tie.startsWith(id));
    return { id, chain: chainOf(...links), relations: drawn.map((tie) => ({ kind: 'same_origin', claimId: tie.charAt(1) })) };
  });
}

/** The claims of each origin, as “ab c”. */
function shapeOf({ all }: Origins): string {
  return all.map(({ claimIds }) => claimIds.join('')).join(' ');
}

function wordsOf({ all }: Origins): string {
  return corroborationWords(corroborationOf(all));
}

describe('the carriers of a claim', () => {
  it.each([
    ['nobody, in the article’s own voice', [], ''],
    ['nobody, where nobody reports', [ELITE], ''],
    ['nobody, where nobody is named', [IMPERSONAL], ''],
    ['the one who speaks to the article, not the one behind', [NYT, INSIDERS, KOZAK], 'NYT'],
    ['an unnamed group that says so', [{ ...ELITE, relation: 'denies' as const }, KOZAK], 'Moscow’s elite circles'],
    ['the first who speaks, behind those who do not', [IMPERSONAL, ELITE, REUTERS, KOZAK], 'Reuters'],
    ['a person or an anonymous source who speaks first', [INSIDERS, KOZAK], 'Close Kremlin insiders'],
    ['every relay and document behind as well', [KOZAK, NYT, INSIDERS, REPORT], 'Kozak NYT Report'],
  ])('are %s', (_, links, names) => {
    expect(
      carriersOf(chainOf(...links))
        .map(({ source }) => source?.name)
        .join(' '),
    ).toBe(names);
  });
});

describe('origins', () => {
  it.each([
    ['one for a carrier in common, however many are behind it', claimsOf([[NYT, INSIDERS], [NYT, BARE, PUTIN], [NYT]]), 'abc'],
    [
      'apart for different carriers, even when the same person is behind',
      claimsOf([
        [NYT, KOZAK],
        [REUTERS, KOZAK],
      ]),
      'a b',
    ],
    [
      'apart for the same description behind two relays',
      claimsOf([
        [NYT, INSIDERS],
        [REUTERS, INSIDERS],
      ]),
      'a b',
    ],
    ['one for the same anonymous source that speaks to the article twice', claimsOf([[INSIDERS], [INSIDERS, KOZAK]]), 'ab'],
    [
      'one for a document that two newspapers lean on',
      claimsOf([
        [NYT, REPORT],
        [REUTERS, INSIDERS, REPORT],
      ]),
      'ab',
    ],
    ['one along a row of relays', claimsOf([[NYT], [REUTERS, NYT], [REUTERS]]), 'abc'],
    ['none for claims behind which nobody stands', claimsOf([[], [IMPERSONAL], [ELITE]]), ''],
    ['each for itself where bare sources have no source', claimsOf([[BARE], [BARE]]), 'a b'],
    [
      'one where two claims hang on the very same words',
      claimsOf([[{ ...BARE, cue: aCue('sources', 5) }], [{ ...BARE, cue: aCue('sources', 5) }], [{ ...BARE, cue: aCue('sources', 90) }]]),
      'ab c',
    ],
    ['one for claims that were tied, in either direction', claimsOf([[NYT], [REUTERS], [KOZAK]], ['ba', 'bc']), 'abc'],
    ['one that a claim with nobody was tied to', claimsOf([[NYT], [IMPERSONAL]], ['ba']), 'ab'],
    ['none for claims with nobody that were tied to each other', claimsOf([[ELITE], [IMPERSONAL]], ['ba']), ''],
    ['apart when the claim they were tied through is gone', claimsOf([[NYT], [REUTERS]], ['af', 'bf']), 'a b'],
  ])('are %s', (_, claims, shape) => {
    expect(shapeOf(originsOf(claims, []))).toBe(shape);
  });

  it('are tied by nothing but same_origin', () => {
    const claims = claimsOf([[NYT], [REUTERS]]).map((claim) => ({
      ...claim,
      relations: ['restates', 'contradicts', 'tension'].map((kind) => ({ kind, claimId: 'a' })),
    }));
    expect(shapeOf(originsOf(claims, []))).toBe('a b');
  });

  it('are one for sources in one group, and list the group and all its members', () => {
    const group = aGroup('g', ['nyt', 'reuters', 'kozak']);
    const { all, byClaim, byGroup } = originsOf(claimsOf([[NYT], [REUTERS], [PUTIN]]), [group]);
    expect(all).toEqual([
      { sourceIds: ['nyt', 'reuters', 'kozak'], groups: [group], claimIds: ['a', 'b'], independence: 'shared' },
      { sourceIds: ['putin'], groups: [], claimIds: ['c'], independence: 'unknown' },
    ]);
    expect([byClaim.get('a'), byClaim.get('b'), byClaim.get('c')]).toEqual([all[0], all[0], all[1]]);
    expect(byGroup.get('g')).toBe(all[0]);
  });

  it('know a group that no claim leans on, and do not count it', () => {
    const { all, byGroup } = originsOf(claimsOf([[NYT]]), [aGroup('g', ['reuters'], 'Read in full.')]);
    expect(all).toHaveLength(1);
    expect(byGroup.get('g')).toMatchObject({ claimIds: [], independence: 'attested' });
  });

  it.each([
    ['unknown by default', claimsOf([[NYT], [NYT, INSIDERS]]), [], 'unknown'],
    ['unknown in a group of one', claimsOf([[NYT]]), [aGroup('g', ['nyt'])], 'unknown'],
    ['shared where a chain has several carriers', claimsOf([[NYT, REUTERS]]), [], 'shared'],
    ['shared where claims were tied', claimsOf([[NYT], [REUTERS]], ['ab']), [], 'shared'],
    ['shared where claims with nobody known were tied', claimsOf([[BARE], [BARE]], ['ab']), [], 'shared'],
    ['attested where a person attested it', claimsOf([[NYT]]), [aGroup('g', ['nyt'], 'They were asked.')], 'attested'],
    [
      'attested once where two attested groups turn out to share',
      claimsOf([[NYT], [REUTERS]], ['ab']),
      [aGroup('g', ['nyt'], 'Asked.'), aGroup('h', ['reuters'], 'Asked.')],
      'attested',
    ],
  ])('have an independence that is %s', (_, claims, groups: readonly OriginGroup[], independence) => {
    expect(originsOf(claims, groups).all.map((origin) => origin.independence)).toEqual([independence]);
  });

  it('are counted as at most so many, of which so many are attested', () => {
    const claims = claimsOf([[NYT], [REUTERS], [KOZAK]]);
    expect(wordsOf(originsOf(claims, []))).toBe('at most 3 origins, 0 attested');
    expect(wordsOf(originsOf(claims, [aGroup('g', ['nyt', 'kozak']), aGroup('h', ['reuters'], 'Read in full.')]))).toBe(
      'at most 2 origins, 1 attested',
    );
    expect(wordsOf(originsOf(claims.slice(0, 1), []))).toBe('at most 1 origin, 0 attested');
    expect(wordsOf(originsOf([], []))).toBe('no origin: nobody is said to report it');
  });
});

describe('origins of any claims', () => {
  const anything = fc.tuple(arbitraryClaims, arbitraryGroups);

  it('hold each claim, each group and each source at most once, and every claim that has a carrier', () => {
    fc.assert(
      fc.property(anything, ([claims, groups]) => {
        const { all, byClaim } = originsOf(claims, groups);
        const claimIds = all.flatMap((origin) => origin.claimIds);
        for (const list of [claimIds, all.flatMap((origin) => origin.groups), all.flatMap(({ sourceIds }) => sourceIds)])
          expect(new Set<unknown>(list).size).toBe(list.length);
        for (const { id, chain } of claims) if (carriersOf(chain).length > 0) expect(byClaim.has(id)).toBe(true);
        for (const [id, origin] of byClaim) expect(origin.claimIds).toContain(id);
        expect(byClaim.size).toBe(claimIds.length);
      }),
    );
  });

  it('are never attested unless one of their own groups is', () => {
    fc.assert(
      fc.property(anything, ([claims, groups]) => {
        const { all, byGroup } = originsOf(claims, groups);
        for (const origin of [...all, ...byGroup.values()])
          expect(origin.independence === 'attested').toBe(origin.groups.some(({ attested }) => attested !== null));
        const silent = groups.map((group) => ({ ...group, attested: null }));
        expect(corroborationOf(originsOf(claims, silent).all).attested).toBe(0);
      }),
    );
  });

  it('are at most as many as attested ones, and never more than the claims', () => {
    fc.assert(
      fc.property(anything, ([claims, groups]) => {
        const { atMost, attested } = corroborationOf(originsOf(claims, groups).all);
        expect(attested).toBeLessThanOrEqual(atMost);
        expect(attested).toBeLessThanOrEqual(groups.filter((group) => group.attested !== null).length);
        expect(atMost).toBeLessThanOrEqual(claims.length);
      }),
    );
  });

  it('are not more when a tie is added: a relation, or a source to a group', () => {
    fc.assert(
      fc.property(anything, fc.nat(), fc.nat(), fc.constantFrom(...SOURCE_IDS), ([claims, groups], from, to, sourceId) => {
        const count = (some: readonly OriginClaim[], among: readonly OriginGroup[]) => corroborationOf(originsOf(some, among).all);
        const before = count(claims, groups);
        const tied = claims.map((claim, at) =>
          at === from % claims.length
            ? { ...claim, relations: [...claim.relations, { kind: 'same_origin' as const, claimId: `c${to % claims.length}`, note: '' }] }
            : claim,
        );
        const afterTie = count(tied, groups);
        expect(afterTie.atMost).toBeLessThanOrEqual(before.atMost);
        expect(afterTie.attested).toBeLessThanOrEqual(before.attested);
        const joined = groups.map((group, at) => (at === from % 3 ? { ...group, sourceIds: [...group.sourceIds, sourceId] } : group));
        expect(count(claims, joined).atMost).toBeLessThanOrEqual(before.atMost);
      }),
    );
  });

  it('do not depend on the order of the claims or on the side a relation was drawn from', () => {
    fc.assert(
      fc.property(anything, ([claims, groups]) => {
        const sorted = (origins: Origins) => origins.all.map(({ claimIds }) => [...claimIds].sort().join()).sort();
        const turned = claims.map((claim) => ({
          ...claim,
          relations: claims.flatMap(({ id, relations }) =>
            relations.filter(({ claimId }) => claimId === claim.id).map(({ kind }) => ({ kind, claimId: id })),
          ),
        }));
        const expected = sorted(originsOf(claims, groups));
        expect(sorted(originsOf([...claims].reverse(), groups))).toEqual(expected);
        expect(sorted(originsOf(turned, groups))).toEqual(expected);
      }),
    );
  });
});

describe('origins of the sample', () => {
  const claims = readSampleChains();

  it('are The New York Times with 13 claims and Reuters with 3, with no group at all', () => {
    const origins = originsOf(claims, []);
    expect(origins.all.map(({ sourceIds, claimIds, independence }) => [sourceIds, claimIds.length, independence])).toEqual([
      [['nyt'], 13, 'unknown'],
      [['reuters'], 3, 'unknown'],
    ]);
    expect(wordsOf(origins)).toBe('at most 2 origins, 0 attested');
  });

  it('are at most 2, 1 attested, with the story in one group and Reuters attested', () => {
    const story = aGroup('story', ['nyt', 'kremlin_sources', 'bare_sources', 'kremlin_insiders', 'western_sources']);
    const origins = originsOf(claims, [story, aGroup('reuters', ['reuters'], 'Published in 2022, three years before.')]);
    expect(wordsOf(origins)).toBe('at most 2 origins, 1 attested');
    expect(origins.all.map(({ claimIds, independence }) => [claimIds.length, independence])).toEqual([
      [13, 'shared'],
      [3, 'attested'],
    ]);
  });

  it('are not behind the ten claims that nobody reports', () => {
    const { byClaim } = originsOf(claims, []);
    expect(claims.filter(({ id }) => !byClaim.has(id)).map(({ id }) => id)).toEqual([
      'c01',
      'c10',
      'c13',
      'c14',
      'c15',
      'c16',
      'c17',
      'c18',
      'c19',
      'c26',
    ]);
  });
});

describe('origins of an article of 20,000 claims', () => {
  it('are one when each claim was tied to the one before', () => {
    const claims = Array.from({ length: 20_000 }, (_, at) => ({
      id: `c${at}`,
      chain: chainOf(aLink('news_organization', `Paper ${at}`), INSIDERS, aLink('news_organization', `Agency ${at}`)),
      relations: [{ kind: 'same_origin', claimId: `c${at - 1}` }],
    }));
    expect(shapeOf(originsOf(claims, [])).split(' ')).toHaveLength(1);
  });
});
