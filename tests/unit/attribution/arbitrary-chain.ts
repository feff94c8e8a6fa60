import fc from 'fast-check';
import { COUNTS, PROXIMITIES } from '@/lib/attribution/anonymity';
import { type Chain, newLink } from '@/lib/attribution/chain';
import { CHAIN_MAX, type Cue, HEDGE_KINDS, isAnonymous, type Link, READINGS, STATED } from '@/lib/attribution/link';
import { LINK_RELATIONS } from '@/lib/attribution/link-relation';
import type { OriginGroup } from '@/lib/attribution/origin-group';
import { kindForSourceType } from '@/lib/attribution/source-kind';
import { SOURCE_TYPE_FACTS, SOURCE_TYPES, type SourceType } from '@/lib/attribution/source-type';
import type { SourceKind } from '@/lib/sources/source';
import { toTextRange } from '@/lib/text/offset';

/** So few sources that chains meet, repeat and go round. */
export const SOURCE_IDS = ['s0', 's1', 's2', 's3', 's4', 's5', 's6', 's7'] as const;

const words = fc.constantFrom('', '  ', 'sources', 'It is known that', 'according to sources', 'they have met with him');

const cue: fc.Arbitrary<Cue> = fc
  .tuple(fc.nat(40), fc.integer({ min: 1, max: 20 }), words)
  .map(([start, length, quote]) => ({ ...toTextRange(start, start + length), quote }));

const anonymity = fc.record({
  descriptor: words,
  count: fc.option(fc.constantFrom(...COUNTS)),
  number: fc.option(fc.integer({ min: 2, max: 9 })),
  proximity: fc.option(fc.constantFrom(...PROXIMITIES)),
  basis: words,
  reason: words,
});

function linkOf(sourceType: SourceType): fc.Arbitrary<Link> {
  const { source: need } = SOURCE_TYPE_FACTS[sourceType];
  const source = fc
    .constantFrom(...SOURCE_IDS)
    .map((id) => ({ id, name: `Name of ${id}`, kind: kindForSourceType(sourceType) as SourceKind }));
  return fc
    .record({
      source: need === 'none' ? fc.constant(null) : need === 'optional' ? fc.option(source) : source,
      relation: fc.constantFrom(...LINK_RELATIONS),
      stated: fc.constantFrom(...STATED),
      reading: fc.constantFrom(...READINGS),
      cue: fc.option(cue),
      hedges: fc.array(
        fc.tuple(cue, fc.constantFrom(...HEDGE_KINDS)).map(([range, kind]) => ({ ...range, kind })),
        { maxLength: 2 },
      ),
      anonymity: isAnonymous(sourceType) ? fc.option(anonymity) : fc.constant(null),
    })
    .map((facts) => ({ ...newLink({ sourceType, source: facts.source }), ...facts }));
}

/** Any link but the article's voice, untagged. */
export const arbitraryLink: fc.Arbitrary<Link> = fc.constantFrom(...SOURCE_TYPES.filter((type) => type !== 'author')).chain(linkOf);

/** A chain that passes checkChain, with at least so many links behind the voice. */
export function arbitraryChain({ min = 0, max = CHAIN_MAX - 1 } = {}): fc.Arbitrary<Chain> {
  return fc.tuple(fc.array(arbitraryLink, { minLength: min, maxLength: max, size: 'max' }), fc.nat()).map(([others, mark]) => {
    const chain = [newLink({ sourceType: 'author', source: null }), ...others];
    return chain.map((link, at) => ({ ...link, tagged: at === mark % chain.length }));
  });
}

const RELATION_KINDS = ['contradicts', 'tension', 'restates', 'same_origin'] as const;

/** Claims c0, c1 ... of one article with short chains, relations among themselves (some to claims that are gone) and evidence. */
export const arbitraryClaims = fc.integer({ min: 0, max: 8 }).chain((count) =>
  fc.tuple(
    ...Array.from({ length: count }, (_, at) =>
      fc.record({
        id: fc.constant(`c${at}`),
        chain: arbitraryChain({ max: 4 }),
        relations: fc.array(
          fc.record({ kind: fc.constantFrom(...RELATION_KINDS), claimId: fc.nat(count + 1).map((to) => `c${to}`), note: fc.constant('') }),
          { maxLength: 2 },
        ),
        evidence: fc.array(
          fc.record({
            stance: fc.constantFrom('supports', 'refutes', 'context'),
            url: fc.option(fc.constantFrom('https://a.example/', 'https://b.example/', '')),
            originGroupId: fc.option(fc.constantFrom('g0', 'g1', 'gone')),
          }),
          { maxLength: 2 },
        ),
      }),
    ),
  ),
);

export function aGroup(id: string, sourceIds: readonly string[], attested: string | null = null): OriginGroup {
  return { id, articleId: 'article', name: `Group ${id}`, sourceIds, reason: 'One story.', attested, version: 1 };
}

/** Groups g0, g1 ...: each source in one of them at most. */
export const arbitraryGroups = fc
  .tuple(
    fc.array(fc.nat(4), { minLength: SOURCE_IDS.length, maxLength: SOURCE_IDS.length }),
    fc.array(fc.boolean(), { minLength: 3, maxLength: 3 }),
  )
  .map(([homes, attested]) =>
    [0, 1, 2].map((at) =>
      aGroup(
        `g${at}`,
        SOURCE_IDS.filter((_, source) => homes[source] === at),
        attested[at] ? 'They were asked.' : null,
      ),
    ),
  );
