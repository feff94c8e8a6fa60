import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { partLinesApart } from '@/components/editor/session/detail-lines';
import type { Session } from '@/components/editor/session/session';
import { HEDGE_KINDS, type Link, READINGS, STATED } from '@/lib/attribution/link';
import { LINK_RELATIONS } from '@/lib/attribution/link-relation';
import { differingParts } from '@/lib/claims/detail-values';
import { DETAIL_FIELDS, type Details } from '@/lib/claims/details/details';
import { EVIDENCE_KINDS, type Evidence, STANCES } from '@/lib/claims/evidence';
import { CONTENT_CHECKS, NO_FINDING } from '@/lib/claims/finding';
import { toTextRange } from '@/lib/text/offset';
import { arbitraryChain } from '../attribution/arbitrary-chain';
import { aCue, aLink, anonymityWith, chainOf } from '../attribution/links';

const groups = ['g0', 'g1'].map((id) => ({ id, name: `Group ${id}` }));
const session = { data: { groups }, find: () => null } as unknown as Session;

const evidence: fc.Arbitrary<Evidence> = fc.record({
  id: fc.constantFrom('a', 'b'),
  kind: fc.constantFrom(...EVIDENCE_KINDS),
  title: fc.constantFrom('Minutes', 'Letter'),
  url: fc.option(fc.constantFrom('https://a.example/', 'https://b.example/')),
  archivedUrl: fc.option(fc.constantFrom('https://a.example/', 'https://b.example/')),
  locator: fc.constantFrom('', 'p. 3'),
  retrievedOn: fc.option(fc.constantFrom('2026-03-01', '2026-03-02')),
  originGroupId: fc.option(fc.constantFrom('g0', 'g1')),
  stance: fc.constantFrom(...STANCES),
});

const details: fc.Arbitrary<Details> = fc.record({
  chain: arbitraryChain({ max: 3 }),
  finding: fc.constantFrom(...CONTENT_CHECKS).map((contentCheck) => ({ ...NO_FINDING, contentCheck })),
  evidence: fc.array(evidence, { maxLength: 2 }),
  flags: fc.array(
    fc.record({ flag: fc.constant('circular' as const), verdict: fc.constantFrom('added', 'dismissed'), note: fc.constantFrom('', 'x') }),
    { maxLength: 1 },
  ),
  relations: fc.constant([]),
});

/** One fact of one link, so that two chains differ in that alone. */
const change: fc.Arbitrary<Partial<Link>> = fc.oneof(
  fc.constantFrom(...LINK_RELATIONS).map((relation) => ({ relation })),
  fc.constantFrom(...READINGS).map((reading) => ({ reading })),
  fc.constantFrom(...STATED).map((stated) => ({ stated })),
  fc.nat(3).map((at) => ({ cue: aCue('sources', at) })),
  fc.constantFrom(...HEDGE_KINDS).map((kind) => ({ hedges: [{ ...toTextRange(2, 5), quote: 'may', kind }] })),
  fc.constantFrom({}, { proximity: 'unspecified' as const }, { descriptor: 'aides' }, { basis: 'x' }).map((record) => ({
    anonymity: anonymityWith(record),
  })),
);

function expectApart(a: Details, b: Details): void {
  for (const part of DETAIL_FIELDS) {
    const [there, here] = partLinesApart(part, a, b, session);
    if (differingParts(a, { [part]: b[part] }).length > 0) expect(here, part).not.toEqual(there);
    else if (part === 'chain') expect(here).toEqual(there);
  }
}

describe('two versions beside each other', () => {
  it('never read the same where they differ', () => {
    fc.assert(fc.property(details, details, expectApart));
  });

  it('never read the same where one fact of one link differs', () => {
    fc.assert(
      fc.property(details, fc.nat(), change, change, (claim, at, one, other) => {
        const changed = (facts: Partial<Link>) =>
          claim.chain.map((link, i) => (i === at % claim.chain.length ? { ...link, ...facts } : link));
        expectApart({ ...claim, chain: changed(one) }, { ...claim, chain: changed(other) });
      }),
      { numRuns: 500 },
    );
  });

  it('show of the links those that differ, and the place of words that stand twice', () => {
    const [herald, aide] = [aLink('news_organization', 'The Herald'), aLink('unspecified_source', null, { cue: aCue('sources', 4) })];
    const beside = (a: Link, b: Link) => partLinesApart('chain', { chain: chainOf(herald, a) }, { chain: chainOf(herald, b) }, session);
    const line = 'article ← The Herald (taken on trust) ← “sources”';
    expect(beside(aide, { ...aide, relation: 'denies' })).toEqual([
      [line, expect.stringMatching(/says, in the words “sources”$/)],
      [line, expect.stringMatching(/denies, in the words “sources”$/)],
    ]);
    expect(beside(aide, { ...aide, cue: aCue('sources', 60) })[1]).toEqual([
      line,
      expect.stringMatching(/in the words “sources” at 60–67$/),
    ]);
    expect(beside(aide, aide)[0]).toEqual([line]);
  });
});
