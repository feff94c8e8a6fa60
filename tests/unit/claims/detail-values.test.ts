import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newLink, plainChain, taggedLink } from '@/lib/attribution/chain';
import { CHAIN_MAX } from '@/lib/attribution/link';
import { checkDetails } from '@/lib/claims/check-details';
import {
  carryChain,
  changedParts,
  type DetailValues,
  differingParts,
  pickParts,
  toDetailsInput,
  withDetails,
} from '@/lib/claims/detail-values';
import { DETAIL_FIELDS, type Details, plainDetails } from '@/lib/claims/details/details';
import type { Evidence } from '@/lib/claims/evidence';
import { NO_FINDING } from '@/lib/claims/finding';
import { unsavedSourceId } from '@/lib/claims/tag-values';
import { toTextRange } from '@/lib/text/offset';
import { arbitraryChain } from '../attribution/arbitrary-chain';
import { aCue, aLink, anonymityWith, chainOf } from '../attribution/links';

const plain = plainDetails({ sourceType: 'author', source: null });
const evidence: Evidence = {
  id: '01990000-0000-7000-8000-000000000001',
  kind: 'url',
  title: 'Minutes',
  url: 'https://example.org/minutes',
  archivedUrl: null,
  locator: 'p. 3',
  retrievedOn: '2026-03-01',
  originGroupId: null,
  stance: 'supports',
};
const relay = aLink('news_organization', 'The Herald', { cue: aCue('reports', 4) });
const unsaved = aLink('news_organization', null, {
  source: { id: unsavedSourceId('The Herald'), name: 'The Herald', kind: 'news_organization' },
});

describe('the parts of a claim as they are sent', () => {
  it('name a source the server does not know, and give the id of one it does', () => {
    const chain = chainOf(aLink('named_person', 'Ada'), unsaved, relay);
    const links = toDetailsInput({ chain }).chain ?? [];
    expect(links.map(({ tagged, sourceType, source }) => [tagged, sourceType, source])).toEqual([
      [false, 'author', null],
      [true, null, null],
      [false, 'news_organization', { name: 'The Herald' }],
      [false, 'news_organization', { id: 'the herald' }],
    ]);
    expect(links[3]?.cue).toEqual({ start: 4, end: 11 });
  });

  it('are only those that were given', () => {
    expect(toDetailsInput({ flags: [], finding: undefined })).toEqual({ flags: [] });
  });
});

describe('a fault in the parts', () => {
  it.each<[string, DetailValues, string | null]>([
    ['none', { ...plain, evidence: [evidence] }, null],
    ['a nameless newspaper', { chain: chainOf(aLink('impersonal'), aLink('news_organization')) }, '“News organisation” needs a source.'],
    [
      'a chain that is too long',
      { chain: chainOf(...Array.from({ length: CHAIN_MAX }, () => aLink('impersonal'))) },
      'A chain has at most 12 links: nobody can check so many hands.',
    ],
    ['evidence without a title', { evidence: [{ ...evidence, title: ' ' }] }, 'Say what it is.'],
    [
      'an address that is none',
      { evidence: [evidence, { ...evidence, url: 'javascript:alert(1)' }] },
      'This is not a web address (https://…).',
    ],
    ['a day that is none', { evidence: [{ ...evidence, retrievedOn: 'yesterday' }] }, 'A day is written 2026-03-01.'],
    ['a reason too long', { finding: { ...NO_FINDING, rationale: 'x'.repeat(8001) } }, 'This has at most 8000 characters.'],
  ])('%s is told in a sentence', (_what, details, message) => {
    expect(checkDetails(details)?.message ?? null).toBe(message);
  });

  it('says which piece of evidence has it', () => {
    expect(checkDetails({ evidence: [evidence, { ...evidence, title: '' }] })).toMatchObject({ field: 'evidence', at: 1 });
  });
});

describe('the parts in which a claim differs', () => {
  it('are none for the same said otherwise: names for ids, empty records, another order', () => {
    const flags = [
      { flag: 'prediction', verdict: 'added', note: '' },
      { flag: 'circular', verdict: 'added', note: '' },
    ] as const;
    const details: Details = { ...plain, chain: chainOf(aLink('anonymous_source', 'aides'), relay), flags };
    const [voice, aides] = details.chain;
    const same: DetailValues = {
      chain: [voice, { ...aides, anonymity: anonymityWith({}) }, { ...unsaved, cue: relay.cue }] as Details['chain'],
      flags: flags.toReversed(),
      finding: { ...NO_FINDING },
    };
    expect(differingParts(details, same)).toEqual([]);
    expect(changedParts(details, same)).toEqual({});
  });

  it.each<[keyof Details, DetailValues]>([
    ['chain', { chain: chainOf(relay) }],
    ['finding', { finding: { ...NO_FINDING, credibility: 2 } }],
    ['evidence', { evidence: [evidence] }],
    ['flags', { flags: [{ flag: 'circular', verdict: 'dismissed', note: '' }] }],
    ['relations', { relations: [{ kind: 'restates', claimId: 'x', note: '' }] }],
  ])('are the %s alone when only that changed', (part, details) => {
    expect(differingParts(plain, { ...plain, ...details })).toEqual([part]);
    expect(changedParts(plain, { ...plain, ...details })).toEqual(details);
  });

  it('see every change of a link', () => {
    const chain = chainOf(relay);
    const others = [
      { relation: 'denies' },
      { stated: 'from_outside' },
      { reading: 'read' },
      { cue: null },
      { hedges: [{ ...aCue('x'), kind: 'adverb' }] },
    ];
    for (const different of others) {
      expect(
        differingParts({ ...plain, chain }, { chain: chain.with(1, { ...relay, tagged: true, ...different } as typeof relay) }),
      ).toEqual(['chain']);
    }
  });
});

describe('applying parts', () => {
  it('and then giving back what they replaced restores the claim', () => {
    const details = fc.record({
      chain: arbitraryChain({ max: 5 }),
      finding: fc.constantFrom(NO_FINDING, { ...NO_FINDING, rationale: 'x' }),
      evidence: fc.constantFrom([], [evidence]),
      flags: fc.constantFrom([], [{ flag: 'circular', verdict: 'added', note: '' } as const]),
      relations: fc.constant([]),
    });
    fc.assert(
      fc.property(details, details, fc.subarray([...DETAIL_FIELDS]), (claim, mine, parts) => {
        const tagOf = ({ chain }: Pick<Details, 'chain'>) => taggedLink(chain);
        const changed = changedParts(claim, pickParts(mine, parts));
        const tag = tagOf({ chain: changed.chain ?? claim.chain });
        const after = withDetails(claim, changed, tag);
        const back = withDetails(after, pickParts(claim, DETAIL_FIELDS), tagOf(claim));
        expect(differingParts(claim, back)).toEqual([]);
      }),
    );
  });

  it('has the chain follow the tag', () => {
    const after = withDetails(
      { ...plain, chain: plainChain(newLink({ sourceType: 'impersonal', source: null })) },
      {},
      {
        sourceType: 'named_person',
        source: { id: null, name: 'Ada' },
      },
    );
    expect(after.chain[1]).toMatchObject({ tagged: true, source: { id: 'new:ada', name: 'Ada', kind: 'person' } });
  });
});

describe('a chain carried to another claim', () => {
  const hedges = [{ ...aCue('allegedly', 50), kind: 'adverb' as const }];
  const chain = chainOf({ ...relay, hedges });

  it('keeps words within the same sentence', () => {
    expect(carryChain(chain, [toTextRange(0, 60)])).toEqual(chain);
  });

  it('leaves words of another sentence behind, and nothing else', () => {
    const carried = carryChain(chain, [toTextRange(40, 60)]);
    expect(carried[1]).toEqual({ ...chain[1], cue: null, hedges });
    expect(carryChain(chain, [])[1]).toEqual({ ...chain[1], cue: null, hedges: [] });
  });
});
