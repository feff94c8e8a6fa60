import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SOURCE_CLASSES, SOURCE_TYPES } from '@/lib/attribution/source-type';
import { type LabelClaim, labelOf } from '@/lib/provenance/label';
import { arbitraryClaims, arbitraryGroups } from '../attribution/arbitrary-chain';
import { chainOf, IMPERSONAL, KOZAK, NYT } from '../attribution/links';
import { readSampleClaims, SAMPLE_GROUPS } from './sample';

const SAMPLE = readSampleClaims();
const LABEL = labelOf(SAMPLE, SAMPLE_GROUPS);

function typed(claims: readonly Omit<LabelClaim, 'sourceType'>[]): readonly LabelClaim[] {
  return claims.map((claim) => ({ ...claim, sourceType: claim.chain.find(({ tagged }) => tagged)?.sourceType ?? 'unresolved' }));
}

const arbitraryLabel = fc.tuple(arbitraryClaims.map(typed), arbitraryGroups);

describe('the sourcing label of the sample', () => {
  it('counts its claims by type and by class', () => {
    const types = Object.fromEntries(LABEL.types.map(({ type, claimIds }) => [type, claimIds.length]));
    expect(LABEL.claimIds).toHaveLength(26);
    expect(types).toEqual({
      named_person: 1,
      named_organization: 0,
      news_organization: 5,
      document: 0,
      anonymous_source: 8,
      unspecified_source: 2,
      unnamed_person: 0,
      unnamed_group: 1,
      author: 7,
      impersonal: 2,
      unresolved: 0,
    });
    expect(LABEL.classes.map(({ sourceClass, claimIds }) => [sourceClass, claimIds.length])).toEqual([
      ['record', 1],
      ['relay', 5],
      ['document', 0],
      ['anonymous', 10],
      ['unnamed', 1],
      ['none', 9],
    ]);
    expect(LABEL.classes[3]?.share).toEqual({ defined: true, value: 10 / 26 });
  });

  it('finds seven attributions and at most two origins, one of them attested', () => {
    expect(LABEL.attributions.map(({ cue }) => cue?.quote)).toEqual([
      'According to reports by The New York Times',
      'assert that',
      'as reported by the publication',
      'according to sources',
      'note that',
      'Western sources indicate',
      'Reuters revealed that',
    ]);
    expect(LABEL.origins).toMatchObject({ atMost: 2, attested: 1 });
  });

  it('attests nothing by itself', () => {
    expect(labelOf(SAMPLE, []).origins).toMatchObject({ atMost: 2, attested: 0 });
  });

  it('shows that thirteen claims lean on one relay, ten of them without saying so, with Reuters apart', () => {
    const relays = LABEL.relays.map(({ source, claimIds, silent, byClass, origin }) => ({
      name: source.name,
      claims: claimIds.length,
      silent: silent.length,
      byClass: Object.fromEntries(byClass.map((one) => [one.sourceClass, one.claimIds.length])),
      independence: origin?.independence,
    }));
    expect(relays).toEqual([
      { name: 'The New York Times', claims: 13, silent: 10, byClass: { relay: 3, anonymous: 10 }, independence: 'shared' },
      { name: 'Reuters', claims: 3, silent: 1, byClass: { relay: 2, record: 1 }, independence: 'attested' },
    ]);
  });

  // “It is known that” is nobody, so that what Reuters heard from Kozak is second hand.
  it('goes to the third hand, in seven claims', () => {
    expect(LABEL.deepest).toEqual({ hand: 3, claimIds: ['c04', 'c05', 'c06', 'c08', 'c09', 'c21', 'c22'] });
  });

  it('has nine claims with no source, six of them in the article’s own voice', () => {
    expect(LABEL.noSource.claimIds).toEqual(['c01', 'c10', 'c13', 'c14', 'c16', 'c17', 'c18', 'c19', 'c26']);
    expect(LABEL.noSource.ownVoice).toEqual(['c01', 'c10', 'c17', 'c18', 'c19', 'c26']);
  });

  it('shows the claim that contradicts three others, and tensions apart', () => {
    expect(LABEL.contradictions).toEqual([
      ['c08', 'c09'],
      ['c08', 'c14'],
      ['c08', 'c15'],
    ]);
    expect(LABEL.tensions).toEqual([['c11', 'c12']]);
    expect(LABEL.circular).toEqual([]);
  });
});

describe('a sourcing label', () => {
  it('has a reason instead of shares when there are no claims', () => {
    const label = labelOf([], []);
    expect(label.classes.map(({ share }) => share.defined)).toEqual([false, false, false, false, false, false]);
    expect(label).toMatchObject({ deepest: null, relays: [], attributions: [], origins: { atMost: 0, attested: 0 } });
  });

  it('counts a contradiction once when both claims name it, and none with a claim that is not here', () => {
    const contradicts = (claimId: string) => ({ kind: 'contradicts' as const, claimId });
    const claims = typed([
      { id: 'a', chain: chainOf(), relations: [contradicts('b'), contradicts('gone'), contradicts('a')] },
      { id: 'b', chain: chainOf(), relations: [contradicts('a')] },
    ]);
    expect(labelOf(claims, []).contradictions).toEqual([['a', 'b']]);
  });

  it('counts a relay once for a chain that names it twice, and as stated when either is', () => {
    const chain = chainOf(NYT, KOZAK, { ...NYT, stated: 'from_outside' });
    const label = labelOf(typed([{ id: 'a', chain, relations: [] }]), []);
    expect(label.relays).toMatchObject([{ claimIds: ['a'], silent: [] }]);
    expect(label.circular).toEqual(['a']);
  });

  it('has no hand where nobody is named', () => {
    expect(labelOf(typed([{ id: 'a', chain: chainOf(IMPERSONAL), relations: [] }]), []).deepest).toBeNull();
  });

  it('counts the flags it is given', () => {
    const flags = new Map([
      ['c08', ['bare_sources', 'internal_contradiction'] as const],
      ['c09', ['bare_sources'] as const],
    ]);
    expect(labelOf(SAMPLE, SAMPLE_GROUPS, flags).flags).toEqual([
      { flag: 'bare_sources', claimIds: ['c08', 'c09'] },
      { flag: 'internal_contradiction', claimIds: ['c08'] },
    ]);
  });

  it('puts every claim into one class and one type, and the shares make a whole', () => {
    fc.assert(
      fc.property(arbitraryLabel, ([claims, groups]) => {
        const label = labelOf(claims, groups);
        const ids = claims.map(({ id }) => id).toSorted();
        expect(label.classes.map(({ sourceClass }) => sourceClass)).toEqual(SOURCE_CLASSES);
        expect(label.types.map(({ type }) => type)).toEqual(SOURCE_TYPES);
        expect(label.classes.flatMap(({ claimIds }) => claimIds).toSorted()).toEqual(ids);
        expect(label.types.flatMap(({ claimIds }) => claimIds).toSorted()).toEqual(ids);
        const whole = label.classes.reduce((sum, { share }) => sum + (share.defined ? share.value : 0), 0);
        expect(whole).toBeCloseTo(claims.length === 0 ? 0 : 1);
      }),
    );
  });

  it('keeps each part within its whole, names claims that exist, and each once', () => {
    fc.assert(
      fc.property(arbitraryLabel, ([claims, groups]) => {
        const label = labelOf(claims, groups);
        const lists = [
          label.noSource.claimIds,
          label.circular,
          label.deepest?.claimIds ?? [],
          label.attributions.flatMap(({ claimIds }) => claimIds),
          ...label.relays.map(({ claimIds }) => claimIds),
        ];
        for (const list of lists) {
          expect(new Set(list).size).toBe(list.length);
          expect(list.every((id) => label.claimIds.includes(id))).toBe(true);
        }
        expect(label.noSource.ownVoice.every((id) => label.noSource.claimIds.includes(id))).toBe(true);
        for (const { claimIds, silent, byClass } of label.relays) {
          expect(silent.every((id) => claimIds.includes(id))).toBe(true);
          expect(byClass.flatMap((one) => one.claimIds).toSorted()).toEqual(claimIds.toSorted());
        }
        expect(label.origins.attested).toBeLessThanOrEqual(groups.filter(({ attested }) => attested !== null).length);
      }),
    );
  });

  it('counts the same in whatever order the claims come', () => {
    fc.assert(
      fc.property(arbitraryLabel, ([claims, groups]) => {
        const figures = (given: readonly LabelClaim[]) => {
          const { classes, origins, attributions, relays, deepest, contradictions, circular } = labelOf(given, groups);
          return {
            classes: classes.map(({ claimIds }) => claimIds.length),
            origins: [origins.atMost, origins.attested],
            attributions: attributions.length,
            relays: relays.map(({ source, claimIds, silent }) => [source.id, claimIds.length, silent.length].join(' ')).toSorted(),
            deepest: [deepest?.hand, deepest?.claimIds.length],
            pairs: contradictions.map((pair) => pair.toSorted().join(' ')).toSorted(),
            circular: circular.length,
          };
        };
        expect(figures(claims.toReversed())).toEqual(figures(claims));
      }),
    );
  });
});
