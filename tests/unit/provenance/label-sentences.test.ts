import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Chain } from '@/lib/attribution/chain';
import type { OriginGroup } from '@/lib/attribution/origin-group';
import { labelOf } from '@/lib/provenance/label';
import { labelSentences, sentenceText } from '@/lib/provenance/label-sentences';
import { aGroup, arbitraryClaims, arbitraryGroups } from '../attribution/arbitrary-chain';
import { aLink, BARE, chainOf, INSIDERS, KOZAK, NYT, PUTIN, REUTERS } from '../attribution/links';
import { readSampleClaims, SAMPLE_GROUPS } from './sample';

type Relations = readonly { readonly kind: 'contradicts' | 'tension' | 'same_origin'; readonly claimId: string }[];

/** The sentences of claims a, b, c ... with these chains. */
function said(chains: readonly Chain[], groups: readonly OriginGroup[] = [], relations: Readonly<Record<string, Relations>> = {}) {
  const claims = chains.map((chain, at) => {
    const id = String.fromCharCode(97 + at);
    return { id, chain, sourceType: chain.find(({ tagged }) => tagged)?.sourceType ?? 'unresolved', relations: relations[id] ?? [] };
  });
  return labelSentences(labelOf(claims, groups)).map(sentenceText);
}

const SILENT_NYT = { ...NYT, stated: 'from_outside' } as const;

describe('the label in sentences', () => {
  it('says of the sample what stands behind it', () => {
    expect(labelSentences(labelOf(readSampleClaims(), SAMPLE_GROUPS)).map(sentenceText)).toEqual([
      '26 claims.',
      '7 attributions.',
      'At most 2 origins, 1 attested.',
      '13 of its 26 claims lean on one relay, The New York Times, and 10 of those do not say so in their own sentence.',
      'Reuters stands apart: 3 claims.',
      '1 claim is on the record.',
      '9 claims have no source at all, and 6 of those are stated in the article’s own voice.',
      '7 claims reach us third hand, the deepest this article goes.',
      'One claim contradicts three others.',
      'Two claims are in tension with each other.',
    ]);
  });

  it('says nothing of no claims', () => {
    expect(said([])).toEqual([]);
  });

  it('says first that most hangs on one origin, where no single relay shows it', () => {
    const one = aGroup(
      'g',
      [NYT, REUTERS].map(({ source }) => source?.id ?? ''),
    );
    const told = said([chainOf(NYT), chainOf(NYT), chainOf(REUTERS), chainOf(REUTERS), chainOf(KOZAK)], [one]);
    expect(told[3]).toBe(`4 of its 5 claims lean on one origin, “${one.name}”.`);
    expect(said([chainOf(NYT), chainOf(NYT), chainOf(KOZAK)]).join(' ')).not.toContain('one origin');
  });

  it('speaks in the singular of one claim', () => {
    expect(said([chainOf(NYT, KOZAK)])).toEqual([
      '1 claim.',
      '1 attribution.',
      'At most 1 origin, 0 attested.',
      'Its only claim leans on one relay, NYT.',
      'No claim is on the record.',
      '1 claim reaches us second hand, the deepest this article goes.',
    ]);
    expect(said([chainOf()])).toEqual([
      '1 claim.',
      'No origin: nobody is said to report it.',
      'No claim is on the record.',
      '1 claim has no source at all, and is stated in the article’s own voice.',
    ]);
  });

  it.each([
    [[SILENT_NYT, KOZAK], '1 of its 3 claims leans on one relay, NYT, and does not say so in its own sentence.'],
    [[NYT, KOZAK], '1 of its 3 claims leans on one relay, NYT.'],
  ])('says of one claim whether its relay is named there', (links, sentence) => {
    expect(said([chainOf(...links), chainOf(KOZAK), chainOf(PUTIN)])).toContain(sentence);
  });

  it('says when one claim, or every claim, leaves its relay out', () => {
    const silent = chainOf(SILENT_NYT, INSIDERS);
    expect(said([silent, chainOf(NYT), chainOf()])).toContain(
      '2 of its 3 claims lean on one relay, NYT, and 1 of those does not say so in its own sentence.',
    );
    expect(said([silent, silent, chainOf()])).toContain(
      '2 of its 3 claims lean on one relay, NYT, and none of those says so in its own sentence.',
    );
  });

  it('sets another relay apart only where a person attested it', () => {
    const chains = [chainOf(NYT), chainOf(NYT), chainOf(REUTERS)];
    expect(said(chains)).toContain('Reuters brings 1 claim; whether it stands apart is not known.');
    expect(said(chains, [aGroup('g', ['reuters'], 'Another year.')])).toContain('Reuters stands apart: 1 claim.');
    expect(said(chains, [aGroup('g', ['reuters', 'nyt'])])).toContain('Reuters leans on the same origin: 1 claim.');
  });

  it('names the largest relays beside the first and leaves the rest to the table', () => {
    const relays = ['A', 'B', 'C', 'D', 'E', 'F'].map((name) => chainOf(aLink('news_organization', name)));
    expect(said(relays).filter((sentence) => sentence.includes('stands apart'))).toHaveLength(3);
  });

  it('says how claims contradict each other', () => {
    const voices = [chainOf(), chainOf(), chainOf(), chainOf()];
    const contradicts = (...ids: readonly string[]) => ids.map((claimId) => ({ kind: 'contradicts' as const, claimId }));
    expect(said(voices, [], { a: contradicts('b') })).toContain('Two claims contradict each other.');
    expect(said(voices, [], { a: contradicts('b', 'c') })).toContain('One claim contradicts two others.');
    expect(said(voices, [], { a: contradicts('b'), c: contradicts('d') })).toContain('2 contradictions among 4 claims.');
    expect(said(voices, [], { a: contradicts('b', 'c'), b: contradicts('c') })).toContain('3 contradictions among 3 claims.');
  });

  it('says when claims go round', () => {
    expect(said([chainOf(NYT, REUTERS, NYT), chainOf(BARE)])).toContain(
      '1 claim goes round in a circle, through sources that cite each other.',
    );
  });

  it('opens each figure to as many claims as it says, and writes no share', () => {
    fc.assert(
      fc.property(arbitraryClaims, arbitraryGroups, (claims, groups) => {
        const typed = claims.map((claim) => ({
          ...claim,
          sourceType: claim.chain.find(({ tagged }) => tagged)?.sourceType ?? 'unresolved',
        }));
        for (const sentence of labelSentences(labelOf(typed, groups))) {
          expect(sentenceText(sentence)).toMatch(/^[A-Z0-9].*\.$/u);
          expect(sentenceText(sentence)).not.toMatch(/%|NaN|undefined/u);
          for (const { text, claimIds } of sentence.parts) {
            const count = /^(\d+) (?:of|claims?)/u.exec(text)?.[1];
            if (claimIds !== null && count !== undefined) expect(claimIds).toHaveLength(Number(count));
          }
        }
      }),
    );
  });
});
