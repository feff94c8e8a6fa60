import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Link } from '@/lib/attribution/link';
import { NO_FINDING } from '@/lib/claims/finding';
import { FLAG_DEFINITIONS, FLAG_LABELS, FLAG_VERDICTS, FLAGS, type Flag, type FlagMark } from '@/lib/claims/flag';
import { type FlagContext, type FlaggedClaim, flagContextOf, flagsOf } from '@/lib/claims/flags';
import { type Relation, relationsBothWays } from '@/lib/claims/relation';
import { arbitraryClaims } from '../attribution/arbitrary-chain';
import { aCue, aLink, anonymityWith, BARE, chainOf, ELITE, IMPERSONAL, INSIDERS, KOZAK, NYT, PUTIN } from '../attribution/links';
import { readSampleChains } from '../attribution/sample-chains';

const ALONE: FlagContext = { contradicted: new Set<string>(), circular: new Set<string>() };

function aClaim(links: readonly Link[], different: Partial<FlaggedClaim> = {}): FlaggedClaim {
  return { id: 'a', chain: chainOf(...links), finding: NO_FINDING, flags: [], relations: [], ...different };
}

function namesOf(claim: FlaggedClaim, context = ALONE): readonly Flag[] {
  return flagsOf(claim, context).map(({ flag }) => flag);
}

function contradicts(claimId: string): Relation {
  return { kind: 'contradicts', claimId, note: '' };
}

const TOLD = anonymityWith({ count: 'one', basis: 'they met', reason: 'not allowed to speak' });
const ALL_MISSING = ['count_not_given', 'no_reason_for_anonymity', 'no_basis_of_knowledge'] as const;

describe('flags that follow from the data', () => {
  const cases: readonly (readonly [string, FlaggedClaim, readonly Flag[]])[] = [
    ['none for a named person', aClaim([KOZAK]), []],
    ['an anonymous source without a record', aClaim([INSIDERS]), ['anonymous', ...ALL_MISSING]],
    ['an anonymous source behind a newspaper', aClaim([NYT, INSIDERS]), ['anonymous', ...ALL_MISSING, 'secondary_report']],
    ['an empty record', aClaim([{ ...INSIDERS, anonymity: anonymityWith({ basis: '  ' }) }]), ['anonymous', ...ALL_MISSING]],
    ['a full record', aClaim([{ ...INSIDERS, anonymity: TOLD }]), ['anonymous']],
    ['bare sources', aClaim([BARE]), ['bare_sources', ...ALL_MISSING]],
    ['a plural, which is no number', aClaim([{ ...BARE, anonymity: { ...TOLD, count: 'plural' } }]), ['bare_sources', 'count_not_given']],
    ['an exact number', aClaim([{ ...INSIDERS, anonymity: { ...TOLD, count: 'exact', number: 3 } }]), ['anonymous']],
    ['an exact number without it', aClaim([{ ...INSIDERS, anonymity: { ...TOLD, count: 'exact' } }]), ['anonymous', 'count_not_given']],
    ['an unnamed group that is said to feel', aClaim([ELITE]), []],
    ['an unnamed group that says so', aClaim([{ ...ELITE, relation: 'says' }]), ['anonymous', ...ALL_MISSING]],
    ['an unnamed group with a full record', aClaim([{ ...ELITE, relation: 'says', anonymity: TOLD }]), ['anonymous']],
    ['an unnamed person, who is one', aClaim([aLink('unnamed_person', 'an aide')]), ['anonymous', ...ALL_MISSING.slice(1)]],
    ['an impersonal phrase', aClaim([{ ...IMPERSONAL, relation: 'says' }]), ['impersonal']],
    ['the article’s own voice', aClaim([]), ['unattributed']],
    ['a newspaper with nobody behind it', aClaim([NYT]), []],
    ['a newspaper with somebody behind it', aClaim([NYT, KOZAK]), ['secondary_report']],
    ['a link known from outside', aClaim([{ ...KOZAK, stated: 'from_outside' }]), ['missing_link']],
    ['a link that the check found missing', aClaim([KOZAK], { finding: { attributionCheck: 'link_missing' } }), ['missing_link']],
    ['a hedge that was dropped', aClaim([KOZAK], { finding: { attributionCheck: 'hedge_dropped' } }), ['dropped_hedge']],
    ['a factive relation', aClaim([{ ...NYT, relation: 'reveals' }]), ['factive_verb']],
    ['a factive relation known from outside', aClaim([{ ...NYT, relation: 'reveals', stated: 'from_outside' }]), ['missing_link']],
    ['a factive verb among the hedges', aClaim([{ ...NYT, hedges: [{ ...aCue('revealed'), kind: 'factive_verb' }] }]), ['factive_verb']],
    ['another hedge', aClaim([{ ...NYT, hedges: [{ ...aCue('recently'), kind: 'vague_time' }] }]), []],
  ];

  it.each(cases)('are for %s', (_, claim, flags) => {
    const found = flagsOf(claim, ALONE);
    expect(found.map(({ flag }) => flag)).toEqual(flags);
    for (const { from, dismissed, note } of found) expect({ from, dismissed, note }).toEqual({ from: 'data', dismissed: false, note: '' });
  });

  it('say why, in the words of the claim', () => {
    const why = (claim: FlaggedClaim) => Object.fromEntries(flagsOf(claim, ALONE).map((flag) => [flag.flag, flag.why]));
    const verb = { ...aCue('revealed'), kind: 'factive_verb' as const };
    expect(
      why(aClaim([{ ...NYT, hedges: [verb] }, { ...BARE, cue: aCue('according to sources'), stated: 'from_outside' }, PUTIN])),
    ).toEqual({
      bare_sources: 'Not described: “sources”.',
      count_not_given: 'How many there are is not given: “sources”.',
      no_reason_for_anonymity: 'Why they are not named is not given: “sources”.',
      no_basis_of_knowledge: 'How they know is not given: “sources”.',
      secondary_report: 'NYT passes on what somebody behind it said.',
      missing_link: 'Not mentioned in the claim’s own sentence: “sources”.',
      factive_verb: 'Presented as established by “revealed”.',
    });
    expect(why(aClaim([aLink('impersonal', null, { relation: 'is_known' })])).factive_verb).toBe(
      'Presented as established by its verb (it is known that).',
    );
  });

  it('see a contradiction from both sides, and none with a claim that is gone or with itself', () => {
    const claims = [
      aClaim([KOZAK], { id: 'a', relations: [contradicts('b'), { kind: 'tension', claimId: 'd', note: '' }] }),
      aClaim([KOZAK], { id: 'b' }),
      aClaim([KOZAK], { id: 'c', relations: [contradicts('gone'), contradicts('c')] }),
      aClaim([KOZAK], { id: 'd' }),
    ];
    const context = flagContextOf(claims);
    expect(claims.map((claim) => namesOf(claim, context).join())).toEqual(['internal_contradiction', 'internal_contradiction', '', '']);
  });

  it('see the same source twice in one chain, as two links of merged sources are, and name it', () => {
    const claims = [aClaim([NYT, KOZAK, NYT]), aClaim([NYT, NYT], { id: 'b' }), aClaim([BARE, PUTIN], { id: 'c' })];
    const context = flagContextOf(claims);
    const why = claims.map((claim) => flagsOf(claim, context).find(({ flag }) => flag === 'circular')?.why);
    const words = 'NYT stands in this chain more than once: a link too many, or it cites itself.';
    expect(why).toEqual([words, words, undefined]);
  });

  it('see a cycle that only all claims together show', () => {
    const [a, b] = [aLink('named_person', 'A'), aLink('named_person', 'B')];
    const claims = [aClaim([a, b], { id: 'a' }), aClaim([b, a], { id: 'b' }), aClaim([a], { id: 'c' })];
    const context = flagContextOf(claims);
    expect(claims.map((claim) => namesOf(claim, context).join())).toEqual(['circular', 'circular', '']);
  });

  it('hold what the sample’s annotation says of the same flags', () => {
    const computed: readonly Flag[] = [
      'anonymous',
      'bare_sources',
      'count_not_given',
      'no_reason_for_anonymity',
      'no_basis_of_knowledge',
      'impersonal',
    ];
    const claims = readSampleChains().map(({ flags, ...claim }) => ({ said: flags, claim: { ...claim, finding: NO_FINDING, flags: [] } }));
    for (const { said, claim } of claims)
      expect(namesOf(claim), claim.id).toEqual(expect.arrayContaining(computed.filter((flag) => said.includes(flag))));
  });
});

describe('what people say about flags', () => {
  const mark = (flag: Flag, verdict: FlagMark['verdict'], note = ''): FlagMark => ({ flag, verdict, note });

  it('adds one that does not follow from the data, with its note and its meaning', () => {
    expect(flagsOf(aClaim([KOZAK], { flags: [mark('superlative', 'added', 'the only one')] }), ALONE)).toEqual([
      { flag: 'superlative', from: 'person', dismissed: false, note: 'the only one', why: FLAG_DEFINITIONS.superlative },
    ]);
  });

  it('dismisses one that follows from the data, and keeps it in the list', () => {
    const [flag] = flagsOf(aClaim([], { flags: [mark('unattributed', 'dismissed', 'common knowledge')] }), ALONE);
    expect(flag).toMatchObject({ flag: 'unattributed', from: 'data', dismissed: true, note: 'common knowledge' });
  });

  it('puts a note to one that follows from the data', () => {
    const [flag] = flagsOf(aClaim([], { flags: [mark('unattributed', 'added', 'headline')] }), ALONE);
    expect(flag).toMatchObject({ from: 'data', dismissed: false, note: 'headline' });
  });

  it('is never lost, and the list keeps the order of the flags', () => {
    const marks = fc.uniqueArray(
      fc.record({ flag: fc.constantFrom(...FLAGS), verdict: fc.constantFrom(...FLAG_VERDICTS), note: fc.string() }),
      { selector: ({ flag }) => flag },
    );
    fc.assert(
      fc.property(arbitraryClaims, marks, (claims, flags) => {
        const context = flagContextOf(claims);
        for (const claim of claims) {
          const bare = { ...claim, finding: NO_FINDING, flags: [] };
          const found = flagsOf({ ...bare, flags }, context);
          expect(found.map(({ flag }) => FLAGS.indexOf(flag))).toEqual(
            [...new Set(found.map(({ flag }) => FLAGS.indexOf(flag)))].sort((a, b) => a - b),
          );
          for (const { flag, verdict, note } of flags)
            expect(found).toContainEqual(expect.objectContaining({ flag, note, dismissed: verdict === 'dismissed' }));
          const computed = namesOf(bare, context);
          expect(found.filter(({ from }) => from === 'data').map(({ flag }) => flag)).toEqual(computed);
        }
      }),
    );
  });
});

describe('flags', () => {
  it('have a label and a definition each, that no other has', () => {
    for (const facts of [FLAG_LABELS, FLAG_DEFINITIONS]) {
      expect(Object.keys(facts)).toEqual([...FLAGS]);
      expect(new Set(Object.values(facts)).size).toBe(FLAGS.length);
    }
    for (const definition of Object.values(FLAG_DEFINITIONS)) expect(definition).toMatch(/^[A-Z“].*\.$/);
  });
});

describe('relations', () => {
  it('are seen from both claims, their own first, each once', () => {
    const claims = [
      { id: 'a', relations: [{ kind: 'contradicts', claimId: 'b', note: 'mine' }, contradicts('a'), contradicts('gone')] },
      { id: 'b', relations: [{ kind: 'contradicts', claimId: 'a', note: 'theirs' }] },
      { id: 'c', relations: [{ kind: 'restates', claimId: 'a', note: 'again' }] },
    ] as const;
    expect(Object.fromEntries(relationsBothWays(claims))).toEqual({
      a: [
        { kind: 'contradicts', claimId: 'b', note: 'mine' },
        { kind: 'restates', claimId: 'c', note: 'again' },
      ],
      b: [{ kind: 'contradicts', claimId: 'a', note: 'theirs' }],
      c: [{ kind: 'restates', claimId: 'a', note: 'again' }],
    });
  });

  it('are the same from either side, in any article', () => {
    fc.assert(
      fc.property(arbitraryClaims, (claims) => {
        const sides = relationsBothWays(claims);
        for (const [id, relations] of sides) {
          for (const { kind, claimId } of relations)
            expect(sides.get(claimId)?.filter((back) => back.kind === kind && back.claimId === id)).toHaveLength(1);
        }
      }),
    );
  });
});
