import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ATTRIBUTION_CHECKS, CONTENT_CHECKS, type ContentCheck } from '@/lib/claims/finding';
import { type CheckedClaim, QUESTIONS, type TrackRecord, trackRecord } from '@/lib/reliability/track-record';
import { inHundred } from '@/lib/text/in-hundred';

/** A record on one line, to compare: “3 of 4, provisional: between 28 and 97 in 100”, or the reason why there is none. */
function trackRecordWords(record: TrackRecord): string {
  if (!record.defined) return record.reason;
  const { k, n, interval, provisional } = record;
  return `${k} of ${n}${provisional ? ', provisional' : ''}: between ${inHundred(interval.lower)} and ${inHundred(interval.upper)} in 100`;
}

const day = (number: number) => new Date(Date.UTC(2025, 7, number));

function checked(number: number, changes: Partial<CheckedClaim> = {}): CheckedClaim {
  return {
    claimId: `c${number}`,
    articleId: 'article',
    originKey: 'nyt',
    assertionKey: `c${number}`,
    contentCheck: 'confirmed',
    attributionCheck: 'accurate',
    at: day(number),
    sourceClass: 'relay',
    ...changes,
  };
}

function contents(...checks: readonly ContentCheck[]): readonly CheckedClaim[] {
  return checks.map((contentCheck, index) => checked(index + 1, { contentCheck }));
}

function figuresOf(record: TrackRecord) {
  if (!record.defined) throw new Error(record.reason);
  return record;
}

const anyClaims = fc.array(
  fc.record({
    originKey: fc.constantFrom('nyt', 'reuters'),
    assertionKey: fc.constantFrom('war', 'peace', 'talks'),
    contentCheck: fc.constantFrom(...CONTENT_CHECKS),
    attributionCheck: fc.constantFrom(...ATTRIBUTION_CHECKS),
    at: fc.integer({ min: 1, max: 28 }).map(day),
  }),
  { maxLength: 20 },
);
const numbered = anyClaims.map((fields) => fields.map((field, index) => checked(index + 1, field)));
const anyQuestion = fc.constantFrom(...QUESTIONS);

describe('a track record', () => {
  it('counts what held up and what did not, and says how little that is', () => {
    const record = trackRecord(contents('confirmed', 'confirmed', 'contradicted', 'confirmed'), 'content');
    expect(record).toMatchObject({ defined: true, k: 3, n: 4, provisional: true, colourable: false });
    expect(trackRecordWords(record)).toBe('3 of 4, provisional: between 28 and 97 in 100');
  });

  it('takes misleading context for a miss and leaves unresolved checks out, by why', () => {
    const record = trackRecord(contents('misleading_context', 'not_checked', 'disputed', 'unconfirmed', 'not_checked'), 'content');
    expect(record).toMatchObject({ k: 0, n: 1, interval: { lower: 0 } });
    expect(record.leftOut).toEqual([
      { why: 'not_checked', claimIds: ['c2', 'c5'] },
      { why: 'unconfirmed', claimIds: ['c4'] },
      { why: 'disputed', claimIds: ['c3'] },
    ]);
  });

  it('says apart what was right in part', () => {
    const record = trackRecord(contents('confirmed', 'partly_confirmed'), 'content');
    expect(record).toMatchObject({ k: 1, n: 1, partly: ['c2'], leftOut: [] });
  });

  it('asks of the attribution whether they said so', () => {
    const claims = ATTRIBUTION_CHECKS.map((attributionCheck, index) =>
      checked(index + 1, { attributionCheck, contentCheck: 'contradicted' }),
    );
    const record = trackRecord(claims, 'attribution');
    expect(record).toMatchObject({ k: 1, n: 6, colourable: true, partly: [] });
    expect(record.leftOut.map(({ why }) => why)).toEqual(['not_checked', 'cannot_trace']);
  });

  it('counts one outcome for what one origin says several times, and the miss when those disagree', () => {
    const twice = { assertionKey: 'the visit' };
    const record = trackRecord([checked(1, twice), checked(2, { ...twice, contentCheck: 'contradicted' }), checked(3)], 'content');
    expect(figuresOf(record)).toMatchObject({
      k: 1,
      n: 2,
      outcomes: [
        { held: false, claimIds: ['c1', 'c2'] },
        { held: true, claimIds: ['c3'] },
      ],
    });
  });

  it('counts the same assertion by two origins twice', () => {
    const twice = { assertionKey: 'the visit' };
    expect(trackRecord([checked(1, twice), checked(2, { ...twice, originKey: 'reuters' })], 'content')).toMatchObject({ k: 2, n: 2 });
  });

  it('is provisional under ten outcomes and may be coloured from five', () => {
    const of = (count: number) => figuresOf(trackRecord(contents(...Array(count).fill('confirmed')), 'content'));
    expect([4, 5, 9, 10].map((count) => of(count).colourable)).toEqual([false, true, true, true]);
    expect([4, 5, 9, 10].map((count) => of(count).provisional)).toEqual([true, true, true, false]);
  });

  it('has a reason where nothing is resolved, and never a figure', () => {
    const record = trackRecord(contents('not_checked'), 'content');
    expect(record).toMatchObject({ defined: false, reason: 'no content check of this source is resolved yet' });
    expect(record).not.toHaveProperty('n');
    expect(trackRecordWords(trackRecord([], 'attribution', {}, 'all news relays'))).toBe(
      'no attribution check of all news relays is resolved yet',
    );
  });

  it('can be cut by period, article, topic and class', () => {
    const claims = [
      checked(1, { topics: ['war'] }),
      checked(2, { articleId: 'other', contentCheck: 'contradicted' }),
      checked(3, { sourceClass: 'anonymous' }),
    ];
    expect(trackRecord(claims, 'content', { from: day(2), to: day(3) })).toMatchObject({ k: 0, n: 1 });
    expect(trackRecord(claims, 'content', { articleIds: new Set(['article']) })).toMatchObject({ k: 2, n: 2 });
    expect(trackRecord(claims, 'content', { topics: new Set(['war', 'trade']) })).toMatchObject({ k: 1, n: 1 });
    expect(trackRecord(claims, 'content', { sourceClass: 'anonymous' })).toMatchObject({ k: 1, n: 1 });
    expect(trackRecord(claims, 'content', { from: day(9) })).toMatchObject({
      defined: false,
      reason: 'no content check of this source is resolved in this selection',
    });
  });

  it('never rounds an end to none or to all', () => {
    const many = (held: number, failed: number) =>
      trackRecordWords(trackRecord(contents(...[...Array(held).fill('confirmed'), ...Array(failed).fill('contradicted')]), 'content'));
    expect(many(1000, 1)).toBe('1000 of 1001: between 99 and 99 in 100');
    expect(many(0, 1000)).toBe('0 of 1000: between 0 and 1 in 100');
    expect(many(18, 2)).toBe('18 of 20: between 72 and 98 in 100');
  });

  it('accounts for every claim once, and holds up less or as often as it was tried', () => {
    fc.assert(
      fc.property(numbered, anyQuestion, (claims, question) => {
        const record = trackRecord(claims, question);
        const outcomes = record.defined ? record.outcomes : [];
        const told = [
          ...record.partly,
          ...record.leftOut.flatMap(({ claimIds }) => claimIds),
          ...outcomes.flatMap(({ claimIds }) => claimIds),
        ];
        expect(told.toSorted()).toEqual(claims.map(({ claimId }) => claimId).toSorted());
        if (record.defined) {
          expect(record.n).toBe(outcomes.length);
          expect(record.n).toBeLessThanOrEqual(6);
          expect(record.k).toBe(outcomes.filter(({ held }) => held).length);
          expect(record.interval.lower).toBeLessThanOrEqual(record.k / record.n);
          expect(record.interval.upper).toBeGreaterThanOrEqual(record.k / record.n);
        } else {
          expect(record.reason).not.toBe('');
        }
      }),
    );
  });

  it('does not move when a claim is repeated, nor with the order of claims', () => {
    fc.assert(
      fc.property(numbered, anyQuestion, (claims, question) => {
        const words = trackRecordWords(trackRecord(claims, question));
        const repeats = claims.map((claim) => ({ ...claim, claimId: `${claim.claimId} again` }));
        expect(trackRecordWords(trackRecord([...claims, ...repeats], question))).toBe(words);
        expect(trackRecordWords(trackRecord(claims.toReversed(), question))).toBe(words);
      }),
    );
  });

  it('never gets better by a miss', () => {
    fc.assert(
      fc.property(numbered, (claims) => {
        const before = trackRecord(claims, 'content');
        const after = figuresOf(trackRecord([...claims, checked(99, { assertionKey: 'war', contentCheck: 'contradicted' })], 'content'));
        expect(after.k).toBeLessThanOrEqual(before.defined ? before.k : 0);
      }),
    );
  });
});
