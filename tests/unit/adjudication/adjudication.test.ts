import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareClaims, isAgreed } from '@/lib/adjudication/compare-claims';
import { consensusOf, linkConsensus } from '@/lib/adjudication/consensus';
import { type Decided, type Decision, leftOpen, standing } from '@/lib/adjudication/decision';
import { FIELD_FACTS, FIELDS, type Field } from '@/lib/adjudication/field';
import { fieldLines } from '@/lib/adjudication/field-words';
import { openDifferences } from '@/lib/adjudication/kept-decision';
import { keyOf, type Parent } from '@/lib/adjudication/parent';
import { newLink, plainChain } from '@/lib/attribution/chain';
import type { Claim } from '@/lib/claims/claim';
import { NO_FINDING } from '@/lib/claims/finding';
import { toTextRange } from '@/lib/text/offset';
import { reportInput } from '../../factories/arbitrary-report';
import { aClaim, aSource, aSpan, CHECKER, SECOND_CHECKER } from '../../factories/report';

const TEXT = 'The mayor said the bridge will close. Officials close to the mayor denied it. Nobody was asked.';
const MAYOR = aSource(1, 'The mayor', 'person');
const OFFICIALS = aSource(2, 'Officials close to the mayor', 'unnamed');

const first = (number: number, start: number, end: number, changes: Partial<Claim> = {}) =>
  aClaim(number, [aSpan(TEXT, start, end)], { createdBy: CHECKER, sourceType: 'named_person', source: MAYOR, ...changes });
/** The second checker's claims are numbered from 100. */
const second = (number: number, start: number, end: number, changes: Partial<Claim> = {}) =>
  first(100 + number, start, end, { createdBy: SECOND_CHECKER, ...changes });

function compareOne(mine: Claim, theirs: Claim) {
  const [comparison, ...others] = compareClaims([[mine], [theirs]]);
  if (comparison === undefined || others.length > 0) throw new Error('The two claims are not matched.');
  return comparison;
}

/** The same claims as somebody else would have made them: their own ids, and relations among their own. */
function copied(claims: readonly Parent[]): readonly Parent[] {
  const idOf = (id: string) => `copy ${id}`;
  return claims.map((claim) => ({
    ...claim,
    id: idOf(claim.id),
    createdBy: SECOND_CHECKER,
    relations: claim.relations.map((relation) => ({ ...relation, claimId: idOf(relation.claimId) })),
  }));
}

describe('compareClaims', () => {
  it('finds no difference between identical sets, and accepts them in one step', () => {
    fc.assert(
      fc.property(reportInput(), ({ claims }) => {
        const comparisons = compareClaims([claims, copied(claims)]);
        expect(comparisons.length).toBe(claims.length);
        expect(openDifferences(comparisons, { decisions: new Map() })).toEqual([]);
        const decided = comparisons.map(({ parents }): Decided => ({ parents, decision: { kind: 'agreed' } }));
        const { decisions, lapsed } = standing(comparisons, decided);
        expect(lapsed).toEqual([]);
        for (const comparison of comparisons) {
          const consensus = consensusOf(comparison, decisions.get(comparison.key) as Decision);
          const [parent] = comparison.parents;
          expect(consensus?.tag.sourceType).toBe(parent?.sourceType);
          expect(consensus?.tag.spans).toEqual(parent?.spans.map(({ start, end }) => ({ start, end })));
          expect(consensus?.details.chain).toEqual(parent?.chain);
          expect(consensus?.parents.map(({ id }) => id)).toEqual(comparison.parents.map(({ id }) => id));
        }
      }),
      { numRuns: 40 },
    );
  });

  it('finds for each of several claims on the same words its own copy', () => {
    const finding = (contentCheck: 'disputed' | 'confirmed', rationale: string) => ({ ...NO_FINDING, contentCheck, rationale });
    const claim = fc.record({
      note: fc.constantFrom('', 'A note.'),
      confidence: fc.constantFrom('low', 'high'),
      finding: fc.tuple(fc.constantFrom('disputed', 'confirmed'), fc.constantFrom('', 'Because.')).map((parts) => finding(...parts)),
      source: fc.constantFrom(MAYOR, OFFICIALS),
    });
    fc.assert(
      fc.property(fc.array(claim, { maxLength: 6 }), fc.nat(), (changes, turn) => {
        const claims = changes.map((own, at) => first(at + 1, 0, 36, own));
        const copies = copied(claims);
        const comparisons = compareClaims([claims, [...copies.slice(turn % 7), ...copies.slice(0, turn % 7)]]);
        expect(openDifferences(comparisons, { decisions: new Map() })).toEqual([]);
        for (const {
          parents: [one, other],
        } of comparisons) {
          expect(other).toMatchObject({ note: one?.note, finding: one?.finding, source: one?.source });
        }
      }),
    );
  });

  it('finds the same differences whoever is called first', () => {
    const facts = (people: readonly (readonly Parent[])[]) =>
      compareClaims(people)
        .map(({ key, differing }) => `${key}: ${differing.join(' ')}`)
        .sort();
    fc.assert(
      fc.property(reportInput(), reportInput(), ({ claims }, { claims: others }) => {
        const theirs = copied(others);
        expect(facts([theirs, claims])).toEqual(facts([claims, theirs]));
      }),
      { numRuns: 40 },
    );
  });

  it.each<[Field, Partial<Claim>]>([
    ['spans', { spans: [aSpan(TEXT, 4, 36)] }],
    ['source', { source: OFFICIALS, sourceType: 'anonymous_source' }],
    ['confidence', { confidence: 'high' }],
    ['attributionCheck', { finding: { ...NO_FINDING, attributionCheck: 'accurate' } }],
    ['contentCheck', { finding: { ...NO_FINDING, contentCheck: 'disputed' } }],
    ['credibility', { finding: { ...NO_FINDING, credibility: 3 } }],
    ['likelihood', { finding: { ...NO_FINDING, likelihood: 'likely' } }],
    [
      'chain',
      {
        chain: [
          ...plainChain({ sourceType: 'named_person', source: MAYOR }),
          newLink({ sourceType: 'anonymous_source', source: OFFICIALS }),
        ],
      },
    ],
  ])('calls another %s a difference, also where only one has it', (field, changes) => {
    const tag = changes.source === undefined ? {} : { chain: plainChain({ sourceType: 'anonymous_source', source: OFFICIALS }) };
    expect(compareOne(first(1, 0, 36), second(1, 0, 36, { ...tag, ...changes })).differing).toEqual([field]);
  });

  it('takes along what only one wrote or gathered, and calls two texts and opposite sides a difference', () => {
    const finding = { ...NO_FINDING, rationale: 'They told us.' };
    const piece = {
      id: 'e',
      kind: 'url',
      title: 'A page',
      url: 'https://a.example',
      archivedUrl: null,
      locator: '',
      retrievedOn: null,
      originGroupId: null,
      stance: 'supports',
    } as const;
    const rich = { note: 'See page 2.', finding, evidence: [piece], flags: [{ flag: 'superlative', verdict: 'added', note: '' }] } as const;
    expect(isAgreed(compareOne(first(1, 0, 36, rich), second(1, 0, 36)))).toBe(true);
    const opposite = {
      note: 'See page 3.',
      finding: { ...finding, rationale: 'Somebody told us.' },
      evidence: [{ ...piece, id: 'f', stance: 'refutes' }],
      flags: [{ flag: 'superlative', verdict: 'dismissed', note: '' }],
    } as const;
    expect(compareOne(first(1, 0, 36, rich), second(1, 0, 36, opposite)).differing).toEqual(['rationale', 'note', 'evidence', 'flags']);
  });

  it('takes a relation for the same where it leads to the same claim of the other person', () => {
    const [a, b] = [
      [first(1, 0, 36), first(2, 38, 76)],
      [second(1, 0, 36), second(2, 38, 76)],
    ] as const;
    const related = (claim: Claim, to: Claim, kind: 'contradicts' | 'restates') => ({
      ...claim,
      relations: [{ kind, claimId: to.id, note: '' }],
    });
    const of = (kind: 'contradicts' | 'restates') =>
      compareClaims([
        [related(a[0], a[1], 'contradicts'), a[1]],
        [related(b[0], b[1], kind), b[1]],
      ]).map(({ differing }) => differing);
    expect(of('contradicts')).toEqual([[], []]);
    expect(of('restates')).toEqual([['relations'], []]);
  });

  it('lists who marked nothing', () => {
    const comparisons = compareClaims([[first(1, 0, 36)], [second(2, 38, 76)], []]);
    expect(comparisons.map(({ parents, without }) => [parents[0]?.number, without])).toEqual([
      [1, [1, 2]],
      [102, [0, 2]],
    ]);
  });
});

describe('a decision', () => {
  const different = compareOne(first(1, 0, 36), second(1, 4, 36, { confidence: 'high', note: 'Mine.' }));
  const alone = compareClaims([[first(1, 0, 36)], []])[0] as typeof different;
  const mine = different.parents[0]?.id as string;
  const theirs = different.parents[1]?.id as string;

  it.each<[string, Decision, readonly Field[] | null]>([
    ['taking one', { kind: 'take', claimId: theirs }, null],
    ['taking a claim that is no parent', { kind: 'take', claimId: 'somebody else’s' }, ['spans', 'confidence']],
    [
      'a mix of all that differs',
      { kind: 'mix', choices: { spans: { kind: 'merged_edges', take: 'all' }, confidence: { kind: 'from', claimId: mine } } },
      null,
    ],
    ['a mix of some of it', { kind: 'mix', choices: { spans: { kind: 'from', claimId: mine } } }, ['confidence']],
    [
      'merged edges of anything but words',
      { kind: 'mix', choices: { spans: { kind: 'from', claimId: mine }, confidence: { kind: 'merged_edges', take: 'all' } } },
      [],
    ],
    [
      'own edges that hold nothing',
      { kind: 'mix', choices: { spans: { kind: 'own_edges', spans: [] }, confidence: { kind: 'from', claimId: mine } } },
      [],
    ],
    ['neither, with a reason', { kind: 'none', reason: 'Nobody says so.' }, null],
    ['neither, without one', { kind: 'none', reason: ' ' }, ['spans', 'confidence']],
    ['that they agree', { kind: 'agreed' }, ['spans', 'confidence']],
  ])('settles a difference, or not: %s', (_, decision, open) => {
    expect(leftOpen(different, decision)).toEqual(open);
    const { decisions } = standing([different], [{ parents: different.parents, decision }]);
    expect(openDifferences([different], { decisions })).toEqual(open === null ? [] : [different]);
  });

  it('is needed for a claim that one person made alone', () => {
    expect(openDifferences([alone], { decisions: new Map() })).toEqual([alone]);
    expect(leftOpen(alone, { kind: 'agreed' })).toEqual([]);
    expect(leftOpen(alone, { kind: 'take', claimId: mine })).toBeNull();
    expect(leftOpen(alone, { kind: 'mix', choices: {} })).toBeNull();
  });

  it('stays when the match is made again, in any order and whatever else was added', () => {
    const decided: readonly Decided[] = [{ parents: different.parents.toReversed(), decision: { kind: 'take', claimId: mine } }];
    const again = compareClaims([different.parents.slice(1), [...different.parents.slice(0, 1), first(3, 78, 95)]]);
    const { decisions, lapsed } = standing(again, decided);
    expect(decisions.get(different.key)).toEqual({ kind: 'take', claimId: mine });
    expect(lapsed).toEqual([]);
  });

  it('lapses when a parent is another version, is gone, or is matched with another', () => {
    const decided: readonly Decided[] = [{ parents: different.parents, decision: { kind: 'take', claimId: mine } }];
    const whyAfter = (...people: readonly (readonly Parent[])[]) => standing(compareClaims(people), decided).lapsed.map(({ why }) => why);
    expect(whyAfter([first(1, 0, 36, { version: 2 })], [second(1, 4, 36)])).toEqual(['changed']);
    expect(whyAfter([first(1, 0, 36)], [])).toEqual(['changed']);
    expect(whyAfter([first(1, 0, 36)], [second(1, 4, 36), second(2, 0, 36)])).toEqual(['regrouped']);
  });

  it('of several about the same claims, the last counts', () => {
    const decided = (decision: Decision): Decided => ({ parents: different.parents, decision });
    const { decisions } = standing([different], [decided({ kind: 'take', claimId: mine }), decided({ kind: 'take', claimId: theirs })]);
    expect([...decisions.values()]).toEqual([{ kind: 'take', claimId: theirs }]);
  });
});

describe('the consensus', () => {
  const evidence = (id: string, title: string) =>
    ({
      id,
      kind: 'document',
      title,
      url: null,
      archivedUrl: null,
      locator: '',
      retrievedOn: null,
      originGroupId: null,
      stance: 'supports',
    }) as const;
  const a = first(1, 0, 36, { note: 'One.', evidence: [evidence('e1', 'Minutes')] });
  const b = second(1, 4, 50, {
    note: 'Two.',
    confidence: 'high',
    sourceType: 'anonymous_source',
    source: OFFICIALS,
    chain: plainChain({ sourceType: 'anonymous_source', source: OFFICIALS }),
    evidence: [evidence('e2', 'minutes '), evidence('e3', 'Letter')],
  });
  const comparison = compareOne(a, b);
  const mixed = (choices: Extract<Decision, { kind: 'mix' }>['choices']) =>
    consensusOf(comparison, {
      kind: 'mix',
      choices: {
        spans: { kind: 'from', claimId: a.id },
        source: { kind: 'from', claimId: a.id },
        confidence: { kind: 'from', claimId: a.id },
        note: { kind: 'joined' },
        ...choices,
      },
    });

  it('is as the parent that was taken has it, with links to all parents', () => {
    const consensus = consensusOf(comparison, { kind: 'take', claimId: b.id });
    expect(consensus?.tag).toMatchObject({
      spans: [{ start: 4, end: 50 }],
      sourceType: 'anonymous_source',
      confidence: 'high',
      note: 'Two.',
    });
    expect(consensus?.details.evidence).toEqual(b.evidence);
    expect(keyOf(consensus?.parents ?? [])).toBe(comparison.key);
  });

  it('mixes fields: each from the parent chosen, a source with its chain', () => {
    const consensus = mixed({ source: { kind: 'from', claimId: b.id } });
    expect(consensus?.tag).toMatchObject({
      confidence: 'moderate',
      source: OFFICIALS,
      sourceType: 'anonymous_source',
      note: 'One.\n\nTwo.',
    });
    expect(consensus?.details.chain).toEqual(b.chain);
  });

  it('adds up what was gathered, each thing once', () => {
    expect(mixed({})?.details.evidence.map(({ id }) => id)).toEqual(['e1', 'e3']);
  });

  it.each([
    ['all', [{ start: 0, end: 50 }]],
    ['shared', [{ start: 4, end: 36 }]],
  ] as const)('merges edges: %s', (take, spans) => {
    expect(mixed({ spans: { kind: 'merged_edges', take } })?.tag.spans).toEqual(spans);
  });

  it('takes edges that were drawn anew', () => {
    expect(mixed({ spans: { kind: 'own_edges', spans: [toTextRange(10, 20), toTextRange(18, 30)] } })?.tag.spans).toEqual([
      { start: 10, end: 30 },
    ]);
  });

  it('is none where both are wrong, and is not made of what is still open', () => {
    expect(consensusOf(comparison, { kind: 'none', reason: 'Neither.' })).toBeNull();
    expect(() => consensusOf(comparison, { kind: 'mix', choices: {} })).toThrow('settled');
  });

  it('leads its relations to what became of the claims they led to', () => {
    const relation = (claimId: string) => ({ kind: 'restates', claimId, note: '' }) as const;
    const idOf = (parentId: string) => ({ p1: 'c1', p2: 'c2', q2: 'c2' })[parentId] ?? null;
    expect(linkConsensus([relation('p1'), relation('p2'), relation('q2'), relation('gone')], 'c1', idOf)).toEqual([relation('c2')]);
  });
});

describe('the words of a field', () => {
  const naming = { claim: (id: string) => `claim ${id}`, originGroup: (id: string) => id };

  it('say what a claim says, in every field', () => {
    const claim = first(1, 0, 36, {
      note: 'A note.',
      finding: {
        attributionCheck: 'accurate',
        contentCheck: 'disputed',
        credibility: 3,
        likelihood: 'likely',
        rationale: 'Because.',
        correction: 'That.',
        question: 'Who?',
      },
      flags: [{ flag: 'superlative', verdict: 'dismissed', note: 'No.' }],
      relations: [{ kind: 'restates', claimId: '8', note: '' }],
    });
    const lines = Object.fromEntries(FIELDS.map((field) => [field, fieldLines(field, claim, naming).join('; ')]));
    expect(lines).toMatchObject({
      spans: 'The mayor said the bridge will close',
      source: 'Named person: The mayor',
      confidence: 'Moderate',
      attributionCheck: 'Accurate',
      contentCheck: 'Disputed',
      credibility: '3: Possibly true',
      likelihood: 'Likely',
      rationale: 'Because.',
      correction: 'That.',
      question: 'Who?',
      note: 'A note.',
      evidence: '',
      flags: 'Superlative (dismissed): No.',
      relations: 'Restates claim 8',
    });
    expect(lines.chain).toContain('The mayor');
    for (const field of FIELDS) expect(FIELD_FACTS[field].label).not.toBe('');
  });

  it('are different where a judgement or a text is', () => {
    fc.assert(
      fc.property(reportInput(), reportInput(), ({ claims }, { claims: others }) => {
        for (const {
          parents: [one, other],
          differing,
        } of compareClaims([claims, copied(others)])) {
          if (one === undefined || other === undefined) continue;
          for (const field of differing.filter(
            (name) => FIELD_FACTS[name].kind !== 'list' && name !== 'spans' && name !== 'chain' && name !== 'source',
          )) {
            expect(fieldLines(field, one, naming), field).not.toEqual(fieldLines(field, other, naming));
          }
        }
      }),
      { numRuns: 40 },
    );
  });
});
