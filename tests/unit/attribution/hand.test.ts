import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { handOf, handWords } from '@/lib/attribution/hand';
import { arbitraryChain } from './arbitrary-chain';
import { aLink, BARE, chainOf, ELITE, IMPERSONAL, KOZAK, NYT, PUTIN, REUTERS } from './links';
import { readSampleChains } from './sample-chains';

describe('the hand of a chain', () => {
  it.each([
    ['the voice alone', chainOf(), null],
    ['an impersonal phrase', chainOf(IMPERSONAL), null],
    ['an attribution that leads nowhere', chainOf(aLink('unresolved')), null],
    ['a newspaper', chainOf(NYT), 1],
    ['an unnamed group that is said to feel', chainOf(ELITE), null],
    ['an unnamed group that says so', chainOf({ ...ELITE, relation: 'says' }), 1],
    ['a newspaper that tells what a group feels', chainOf(NYT, ELITE), 2],
    ['a newspaper behind an impersonal phrase', chainOf(IMPERSONAL, REUTERS, KOZAK), 2],
    ['a person behind bare sources behind a newspaper', chainOf(NYT, BARE, PUTIN), 3],
  ])('counts those who are there: %s', (_, chain, hand) => {
    expect(handOf(chain)).toBe(hand);
  });

  it('is never more than the links behind the voice, and never 0', () => {
    fc.assert(
      fc.property(arbitraryChain(), (chain) => {
        const hand = handOf(chain);
        expect(hand === null || (hand >= 1 && hand <= chain.length - 1)).toBe(true);
      }),
    );
  });

  it('is the third at most on the sample, seven times', () => {
    const hands = readSampleChains().map(({ chain }) => handOf(chain) ?? 0);
    expect(Math.max(...hands)).toBe(3);
    expect(hands.filter((hand) => hand === 3)).toHaveLength(7);
  });
});

describe('the words for a hand', () => {
  it.each([
    [1, 'first hand'],
    [3, 'third hand'],
    [10, 'tenth hand'],
    [11, '11th hand'],
    [12, '12th hand'],
    [13, '13th hand'],
    [21, '21st hand'],
    [112, '112th hand'],
    [null, 'nobody named'],
  ])('of %s are “%s”', (hand, words) => {
    expect(handWords(hand)).toBe(words);
  });
});
