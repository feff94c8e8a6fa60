import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Link } from '@/lib/attribution/link';
import { strengthOf } from '@/lib/attribution/strength';
import { arbitraryChain, arbitraryLink } from './arbitrary-chain';
import { aCue, aLink, anonymityWith, BARE, chainOf, ELITE, IMPERSONAL, INSIDERS, KOZAK, NYT, PUTIN, REUTERS } from './links';
import { readSampleChains } from './sample-chains';

const READ = aLink('document', 'The decree', { reading: 'read' });
const UNREAD = aLink('document', 'The decree');
const WITNESS: Link = { ...KOZAK, relation: 'observes' };
const MINISTRY: Link = aLink('named_organization', 'The ministry', { relation: 'observes' });
const MET: Link = aLink('anonymous_source', 'Western sources', { anonymity: anonymityWith({ basis: ' they have met with him ' }) });
const BARE_WITH_BASIS: Link = { ...BARE, cue: aCue('according to sources'), anonymity: anonymityWith({ basis: 'they were there' }) };

const CASES: readonly (readonly [number, string, readonly Link[], number])[] = [
  // Strength, its sentence after “n of 5: ”, the links behind the voice, and the place of the weakest in the chain.
  [5, 'we have read The decree ourselves.', [READ], 1],
  [5, 'Kozak saw or heard it, with nobody between.', [WITNESS], 1],
  [5, 'The ministry saw or heard it, with nobody between.', [MINISTRY], 1],
  [5, 'Kozak saw or heard it, with nobody between.', [WITNESS, READ], 1],
  [4, 'Kozak is named and speaks directly.', [KOZAK], 1],
  [4, 'Kozak is named and speaks directly.', [KOZAK, READ], 1],
  [4, 'The decree is a named document, which we have not read.', [UNREAD], 1],
  [3, 'the weakest link is NYT, a named outlet that relays it.', [NYT], 1],
  [3, 'the weakest link is NYT, a named outlet that relays it.', [{ ...NYT, relation: 'observes' }], 1],
  [3, 'the weakest link is NYT, a named outlet that relays it.', [NYT, WITNESS], 1],
  [3, 'the weakest link is NYT, a named outlet that relays it.', [NYT, READ], 1],
  [3, 'the weakest link is Kozak, named, but known only through others.', [READ, KOZAK], 2],
  [3, 'the weakest link is Reuters, named, but known only through others.', [KOZAK, REUTERS, PUTIN], 2],
  [3, 'the weakest link is The decree, named, but known only through others.', [KOZAK, UNREAD], 2],
  [2, 'the weakest link is Western sources, not named, but how they know is said: “they have met with him”.', [NYT, MET], 2],
  [
    2,
    'the weakest link is Moscow’s elite circles, not named, but how they know is said: “polls”.',
    [{ ...ELITE, anonymity: anonymityWith({ basis: 'polls' }) }],
    1,
  ],
  [1, 'the weakest link is close Kremlin insiders, not named, and how they know is not said.', [NYT, INSIDERS], 2],
  [
    1,
    'the weakest link is close Kremlin insiders, not named, and how they know is not said.',
    [{ ...INSIDERS, anonymity: anonymityWith({ count: 'one', basis: '  ' }) }],
    1,
  ],
  [1, 'the weakest link is Moscow’s elite circles, not named, and how they know is not said.', [ELITE], 1],
  [1, 'the weakest link is bare “sources”, not described at all.', [NYT, BARE, PUTIN], 2],
  [1, 'the weakest link is “sources”, not described at all.', [NYT, BARE_WITH_BASIS, PUTIN], 2],
  [0, 'the weakest link is “it is known”, which names nobody.', [{ ...IMPERSONAL, cue: aCue('It is known that') }, REUTERS, KOZAK], 1],
  [0, 'nobody is named as knowing it.', [NYT, IMPERSONAL], 2],
  [0, 'an attribution is there, but who it points to cannot be told.', [KOZAK, aLink('unresolved')], 2],
  [0, 'the article says it in its own voice, and nobody else is named.', [], 0],
];

describe('strength', () => {
  it.each(CASES)('%d of 5: %s', (value, because, links, at) => {
    const chain = chainOf(...links);
    const strength = strengthOf(chain);
    expect(strength).toEqual({ value, weakest: chain[at], sentence: `${value} of 5: ${because}` });
    expect(strength.weakest).toBe(chain[at]);
  });

  it('never rises when a link is added to a chain that has one behind the voice', () => {
    fc.assert(
      fc.property(arbitraryChain({ min: 1 }), arbitraryLink, fc.nat(), (chain, link, place) => {
        const at = 1 + (place % chain.length);
        const longer = [...chain.slice(0, at), link, ...chain.slice(at)];
        expect(strengthOf(longer).value).toBeLessThanOrEqual(strengthOf(chain).value);
      }),
      { numRuns: 500 },
    );
  });

  it('is that of the voice, 0, as soon as nobody is behind some link', () => {
    fc.assert(
      fc.property(arbitraryChain(), (chain) => {
        const others = chain.slice(1).map(({ sourceType }) => sourceType);
        if (others.length === 0 || others.includes('impersonal') || others.includes('unresolved')) expect(strengthOf(chain).value).toBe(0);
        else expect(strengthOf(chain).value).toBeGreaterThan(0);
      }),
    );
  });

  it('names a link of the chain and gives its value first', () => {
    fc.assert(
      fc.property(arbitraryChain(), (chain) => {
        const { value, weakest, sentence } = strengthOf(chain);
        expect(chain).toContain(weakest);
        expect(sentence.startsWith(`${value} of 5: `)).toBe(true);
        expect(sentence.endsWith('.')).toBe(true);
      }),
    );
  });

  it('throws on an empty chain, which is none', () => {
    expect(() => strengthOf([])).toThrow(/begins with the article’s own voice/);
  });

  it('of the sample’s claims is that of their weakest link', () => {
    const values = Object.fromEntries(readSampleChains().map(({ id, chain }) => [id, strengthOf(chain).value]));
    expect(values).toMatchObject({ c01: 0, c02: 3, c03: 3, c04: 1, c08: 1, c13: 0, c15: 1, c23: 0, c24: 0, c26: 0 });
  });
});
