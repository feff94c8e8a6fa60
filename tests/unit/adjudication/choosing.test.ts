import { describe, expect, it } from 'vitest';
import { ADJUDICATE_TABLE, adjudicateKeys, type KeyedCommand } from '@/components/adjudication/adjudicate-keys';
import { choiceOf, chooseField, mergeWords, nextField, takeWhole } from '@/components/adjudication/choosing';
import { resultOf } from '@/components/adjudication/result';
import { placedParents, placeOf, standOf } from '@/components/adjudication/view';
import { type Comparison, compareClaims } from '@/lib/adjudication/compare-claims';
import { fitsComparison } from '@/lib/adjudication/decision';
import { passagesOf } from '@/lib/adjudication/passages';
import type { Claim } from '@/lib/claims/claim';
import { DEFAULT_KEYS } from '@/lib/keys/command';
import { decisionWords } from '@/lib/review/adjudicating/decision-words';
import { countOutcomes, otherFields } from '@/lib/review/adjudicating/outcomes/outcome';
import { aClaim, aSource, aSpan, CHECKER, SECOND_CHECKER } from '../../factories/report';

const TEXT = 'The mayor said the bridge will close. Officials close to the mayor denied it.';
const MAYOR = aSource(1, 'The mayor', 'person');
const mine = (end: number, changes: Partial<Claim> = {}) =>
  aClaim(1, [aSpan(TEXT, 0, end)], { createdBy: CHECKER, sourceType: 'named_person', source: MAYOR, confidence: 'high', ...changes });
const theirs = (end: number, changes: Partial<Claim> = {}) =>
  aClaim(101, [aSpan(TEXT, 0, end)], {
    createdBy: SECOND_CHECKER,
    sourceType: 'named_person',
    source: MAYOR,
    confidence: 'high',
    ...changes,
  });

function compare(...people: readonly (readonly Claim[])[]): Comparison {
  const [comparison] = compareClaims(people);
  if (comparison === undefined) throw new Error('There is a claim.');
  return comparison;
}

const differing = compare([mine(37, { note: 'One.' })], [theirs(29, { note: 'Two.', confidence: 'low' })]);
const [first, second] = differing.parents;
const seen = {
  passages: passagesOf(
    TEXT,
    differing.parents.flatMap(({ spans }) => spans),
  ),
  naming: { claim: () => 'another claim', originGroup: () => 'an origin group' },
};

describe('deciding field by field', () => {
  it('goes on from what was taken whole, and is open until each field has its choice', () => {
    expect(differing.differing).toEqual(['spans', 'confidence', 'note']);
    const whole = takeWhole(differing, first?.id ?? '');
    expect(standOf(differing, whole)).toBe('decided');
    const mixed = chooseField(differing, whole, 'confidence', { kind: 'from', claimId: second?.id ?? '' });
    expect(standOf(differing, mixed)).toBe('decided');
    expect(choiceOf(differing, mixed, 'spans')).toEqual({ kind: 'from', claimId: first?.id });
    const begun = chooseField(differing, null, 'confidence', { kind: 'from', claimId: second?.id ?? '' });
    expect(standOf(differing, begun)).toBe('open');
    expect(fitsComparison(differing, begun)).toBe(true);
    expect(fitsComparison(differing, chooseField(differing, null, 'confidence', { kind: 'joined' }))).toBe(false);
  });

  it('merges words to all, then to the shared, and not where one marked them alone', () => {
    const all = mergeWords(differing, null);
    expect(all).toEqual({ kind: 'mix', choices: { spans: { kind: 'merged_edges', take: 'all' } } });
    expect(mergeWords(differing, all)).toEqual({ kind: 'mix', choices: { spans: { kind: 'merged_edges', take: 'shared' } } });
    expect(mergeWords(compare([mine(37)], []), null)).toBeNull();
  });

  it('goes round the fields that differ', () => {
    expect([null, 'spans', 'confidence', 'note'].map((field) => nextField(differing, field as never))).toEqual([
      'spans',
      'confidence',
      'note',
      'spans',
    ]);
    expect(nextField(compare([mine(37)], [theirs(37)]), null)).toBeNull();
  });
});

describe('what is shown', () => {
  it('is what the decision comes to, with what is open left out', () => {
    const begun = chooseField(differing, null, 'note', { kind: 'joined' });
    const result = resultOf(differing, begun, seen);
    expect(result?.lines.get('note')).toEqual(['One.\n\nTwo.']);
    expect(result?.lines.has('confidence')).toBe(false);
    expect(result?.spans).toEqual([]);
    const shared = chooseField(differing, takeWhole(differing, first?.id ?? ''), 'spans', { kind: 'merged_edges', take: 'shared' });
    expect(resultOf(differing, shared, seen)?.lines.get('spans')).toEqual(['The mayor said the bridge wil']);
    expect(resultOf(differing, { kind: 'none', reason: 'No.' }, seen)).toBeNull();
  });

  it('tells agreements from differences, accepted from decided', () => {
    const agreed = compare([mine(37)], [theirs(37)]);
    expect(standOf(agreed, null)).toBe('agreed');
    expect(standOf(agreed, takeWhole(agreed, agreed.parents[0]?.id ?? ''))).toBe('accepted');
    expect(standOf(differing, null)).toBe('open');
    expect(standOf(agreed, { kind: 'none', reason: 'No.' })).toBe('decided');
  });

  it('knows whose claim each is, and finds a comparison by any of its claims', () => {
    const alone = compare([], [theirs(37)], []);
    expect(placedParents(alone, 3)).toMatchObject([{ place: 1 }]);
    expect(placeOf([alone, differing], first?.id ?? '')).toBe(1);
    expect(placeOf([alone], 'nobody')).toBe(-1);
  });

  it('says a decision in a few words', () => {
    expect(decisionWords(takeWhole(differing, second?.id ?? ''), differing.parents)).toBe(`as ${SECOND_CHECKER.name} has it`);
    expect(decisionWords(chooseField(differing, null, 'spans', { kind: 'joined' }), differing.parents)).toBe('field by field (words)');
    expect(decisionWords({ kind: 'none', reason: 'No claim.' }, [])).toBe('no claim: No claim.');
  });
});

describe('the key table', () => {
  it('has a key for every command, and no key twice', () => {
    const map = adjudicateKeys(DEFAULT_KEYS);
    const keys = (Object.keys(ADJUDICATE_TABLE) as KeyedCommand[]).map((name) => map.aria(name));
    expect(keys).not.toContain(undefined);
    expect(new Set(keys).size).toBe(keys.length);
  });
});

describe('what became of a checker’s claim', () => {
  it('is told by the fields in which the claim that stands for it says something else', () => {
    expect(otherFields(mine(37), theirs(37, { confidence: 'low' }))).toEqual([{ field: 'confidence', was: ['High'], is: ['Low'] }]);
    expect(otherFields(mine(37), theirs(37))).toEqual([]);
  });

  it('is counted by which way it went', () => {
    const note = { field: 'note', was: [], is: ['So.'] } as const;
    const standsFor = (other: readonly (typeof note)[]) => ({ id: '', number: 1, state: 'submitted' as const, other });
    expect(countOutcomes([{ standsFor: standsFor([]) }, { standsFor: standsFor([note]) }, { standsFor: null }])).toEqual({
      asMade: 1,
      changed: 1,
      rejected: 1,
    });
  });
});
