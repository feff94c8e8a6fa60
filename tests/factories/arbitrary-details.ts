import fc from 'fast-check';
import { COUNTS, PROXIMITIES } from '@/lib/attribution/anonymity';
import { type Chain, newLink, plainChain } from '@/lib/attribution/chain';
import { type Cue, HEDGE_KINDS, isAnonymous, type Link, READINGS, STATED } from '@/lib/attribution/link';
import { LINK_RELATIONS } from '@/lib/attribution/link-relation';
import type { OriginGroup } from '@/lib/attribution/origin-group';
import { SOURCE_TYPE_FACTS, SOURCE_TYPES, type SourceType } from '@/lib/attribution/source-type';
import type { Claim } from '@/lib/claims/claim';
import type { Details } from '@/lib/claims/details/details';
import { EVIDENCE_KINDS, STANCES } from '@/lib/claims/evidence';
import { ATTRIBUTION_CHECKS, CONTENT_CHECKS, CREDIBILITIES, LIKELIHOODS } from '@/lib/claims/finding';
import { FLAG_VERDICTS, FLAGS } from '@/lib/claims/flag';
import { RELATIONS } from '@/lib/claims/relation';
import type { Source } from '@/lib/sources/source';
import { toTextRange } from '@/lib/text/offset';
import { idOf } from './report';

/** What a claim can have beyond its tag: any of it, in any words. */

type Tag = { readonly sourceType: SourceType; readonly source: Source | null };

/** `words` is text nobody should trust, `spans` are places of the article's text. */
type Stuff = { readonly words: fc.Arbitrary<string>; readonly spans: fc.Arbitrary<Claim['spans']>; readonly sources: readonly Source[] };

/** The claim whose details they are: `count` claims are numbered from 1; one more number is a claim that is not there. */
type Owner = { readonly number: number; readonly count: number; readonly tag: Tag };

export function detailsOf({ number, count, tag }: Owner, stuff: Stuff): fc.Arbitrary<Details> {
  const { words } = stuff;
  const others = Array.from({ length: count + 1 }, (_, at) => at + 1).filter((other) => other !== number);
  return fc.record({
    chain: fc.oneof(fc.constant(plainChain(tag)), chainOf(tag, stuff)),
    finding: fc.record({
      attributionCheck: fc.constantFrom(...ATTRIBUTION_CHECKS),
      contentCheck: fc.constantFrom(...CONTENT_CHECKS),
      credibility: fc.option(fc.constantFrom(...CREDIBILITIES)),
      likelihood: fc.option(fc.constantFrom(...LIKELIHOODS)),
      rationale: words,
      correction: words,
      question: fc.oneof(fc.constant(''), words),
    }),
    evidence: fc.array(
      fc.record({
        id: fc.nat(99).map((id) => idOf('evidence', id)),
        kind: fc.constantFrom(...EVIDENCE_KINDS),
        title: words,
        url: fc.option(fc.oneof(words, fc.constantFrom('https://example.org/a?b=c&d="e"', 'javascript:alert(1)', 'data:text/html,x'))),
        archivedUrl: fc.option(words),
        locator: words,
        retrievedOn: fc.option(fc.constant('2026-03-01')),
        originGroupId: fc.option(fc.constantFrom(idOf('group', 1), idOf('group', 2), idOf('group', 9))),
        stance: fc.constantFrom(...STANCES),
      }),
      { maxLength: 2 },
    ),
    flags: fc.uniqueArray(fc.record({ flag: fc.constantFrom(...FLAGS), verdict: fc.constantFrom(...FLAG_VERDICTS), note: words }), {
      selector: ({ flag }) => flag,
      maxLength: 3,
    }),
    relations: fc.uniqueArray(
      fc.record({
        kind: fc.constantFrom(...RELATIONS),
        claimId: others.length === 0 ? fc.constant(idOf('claim', 99)) : fc.constantFrom(...others).map((other) => idOf('claim', other)),
        note: words,
      }),
      { selector: ({ kind, claimId }) => `${kind} ${claimId}`, maxLength: 3 },
    ),
  });
}

function chainOf(tag: Tag, { words, spans, sources }: Stuff): fc.Arbitrary<Chain> {
  const cue: fc.Arbitrary<Cue> = spans.map(([span]) => ({
    ...toTextRange(span?.start ?? 0, span?.end ?? 0),
    quote: span?.quote ?? '',
  }));
  const anonymity = fc.record({
    descriptor: words,
    count: fc.option(fc.constantFrom(...COUNTS)),
    number: fc.option(fc.integer({ min: 2, max: 9 })),
    proximity: fc.option(fc.constantFrom(...PROXIMITIES)),
    basis: words,
    reason: words,
  });
  const factsFor = (sourceType: SourceType) =>
    fc.record({
      relation: fc.constantFrom(...LINK_RELATIONS),
      stated: fc.constantFrom(...STATED),
      reading: fc.constantFrom(...READINGS),
      cue: fc.option(cue),
      hedges: fc.array(
        fc.tuple(cue, fc.constantFrom(...HEDGE_KINDS)).map(([range, kind]) => ({ ...range, kind })),
        { maxLength: 2 },
      ),
      anonymity: isAnonymous(sourceType) ? fc.option(anonymity) : fc.constant(null),
    });
  const other = fc.constantFrom(...SOURCE_TYPES.filter((type) => type !== 'author')).chain((sourceType): fc.Arbitrary<Link> => {
    const need = SOURCE_TYPE_FACTS[sourceType].source;
    const source = need === 'none' ? fc.constant(null) : fc.constantFrom(...sources);
    return fc.tuple(source, factsFor(sourceType)).map(([found, facts]) => ({ ...newLink({ sourceType, source: found }), ...facts }));
  });
  return fc.tuple(fc.array(other, { maxLength: 4 }), factsFor(tag.sourceType), fc.nat()).map(([others, facts, place]) => {
    const own = { ...newLink(tag, true), ...facts };
    if (tag.sourceType === 'author') return [own, ...others];
    const at = place % (others.length + 1);
    return [newLink({ sourceType: 'author', source: null }), ...others.slice(0, at), own, ...others.slice(at)];
  });
}

/** Two groups, each source in one of them at most. */
export function groupsOf(words: fc.Arbitrary<string>, sources: readonly Source[]): fc.Arbitrary<readonly OriginGroup[]> {
  const homes = fc.array(fc.nat(2), { minLength: sources.length, maxLength: sources.length });
  const texts = fc.record({ name: words, reason: words, attested: fc.option(words) });
  return fc.tuple(homes, fc.tuple(texts, texts)).map(([home, made]) =>
    made.map((text, at) => ({
      id: idOf('group', at + 1),
      articleId: idOf('article', 1),
      ...text,
      sourceIds: sources.filter((_, source) => home[source] === at).map(({ id }) => id),
      version: 1,
    })),
  );
}
