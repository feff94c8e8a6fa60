import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CLAIM_STATES } from '@/lib/claims/claim-state';
import { buildReport } from '@/lib/report/model';
import { reportInput } from '@/tests/factories/arbitrary-report';
import { aModel, anInput, aSource, CHECKER, EDITOR, harbour, idOf, SECOND_CHECKER } from '@/tests/factories/report';

const numbers = (claims: readonly { readonly number: number }[]) => claims.map(({ number }) => number);

describe('a report', () => {
  test('holds approved claims only, whatever it is given and asked for', () => {
    const model = buildReport(harbour({ kind: 'report', statuses: CLAIM_STATES }));
    expect(model.statuses).toEqual(['approved']);
    expect(numbers(model.claims)).toEqual([1, 2, 3, 4, 5, 7]);
    expect(model.counts.byState).toEqual({ draft: 0, submitted: 0, returned: 0, approved: 6, rejected: 0, reopened: 0 });
  });

  test('holds nothing of the claims it leaves out: no source, no person, no step', () => {
    const model = buildReport(harbour());
    expect(model.sources.map(({ source }) => source.name)).not.toContain('Leaked memo');
    expect(new Set(model.transitions.map(({ claimId }) => claimId))).toEqual(new Set(model.claims.map(({ id }) => id)));
    fc.assert(
      fc.property(reportInput(), (input) => {
        const { claims, transitions } = buildReport({ ...input, kind: 'report' });
        expect(claims.every(({ state }) => state === 'approved')).toBe(true);
        expect(transitions.every(({ claimId }) => claims.some(({ id }) => id === claimId))).toBe(true);
      }),
    );
  });

  test('is what a report of the approved claims alone would be', () => {
    fc.assert(
      fc.property(reportInput(), (input) => {
        const approved = input.claims.filter(({ state }) => state === 'approved');
        expect(buildReport({ ...input, kind: 'report' })).toEqual(buildReport({ ...input, kind: 'report', claims: approved }));
      }),
    );
  });
});

describe('a working copy', () => {
  test('holds the states asked for, in the order of the states', () => {
    const model = buildReport(harbour({ kind: 'working_copy', statuses: ['returned', 'draft'] }));
    expect(model.statuses).toEqual(['draft', 'returned']);
    expect(numbers(model.claims)).toEqual([8, 9]);
  });

  test('holds every state when none is asked for', () => {
    expect(buildReport(harbour({ kind: 'working_copy' })).claims).toHaveLength(10);
  });
});

describe('claims', () => {
  test('stand in text order, the outer before the inner, whatever order they come in', () => {
    const marked = '[3:one [1:two:1]:3] [2:three:2]';
    const input = anInput(marked);
    expect(numbers(buildReport(input).claims)).toEqual([3, 1, 2]);
    expect(buildReport({ ...input, claims: input.claims.toReversed() })).toEqual(buildReport(input));
  });

  test('carry their approval', () => {
    const [claim] = aModel('[1:one:1]').claims;
    expect(claim?.approval).toMatchObject({ by: EDITOR });
  });

  test('carry no approval when no step tells of one', () => {
    const [claim] = buildReport({ ...anInput('[1:one:1]'), transitions: [] }).claims;
    expect(claim?.approval).toBeNull();
  });

  test('of another desk, article or revision are a bug', () => {
    for (const change of [{ deskId: idOf('desk', 2) }, { articleId: idOf('article', 2) }, { revisionId: idOf('revision', 2) }]) {
      expect(() => aModel('[1:one:1]', { 1: change })).toThrow('Broken rule: a report holds claims of');
    }
  });

  test('whose quote is not the text at their place are a bug', () => {
    const input = anInput('[1:one:1] two');
    const claims = input.claims.map((claim) => ({ ...claim, spans: claim.spans.map((span) => ({ ...span, quote: 'two' })) }));
    expect(() => buildReport({ ...input, claims })).toThrow('the quote of a span is the text at its place');
  });
});

describe('counts', () => {
  test('are by class, by type and by state, and each adds up to all claims', () => {
    const { counts } = buildReport(harbour({ kind: 'working_copy' }));
    expect(counts.byClass).toEqual({ record: 2, relay: 1, document: 1, anonymous: 3, unnamed: 1, none: 2 });
    expect(counts.byType).toMatchObject({ anonymous_source: 2, unspecified_source: 1, author: 1, impersonal: 1, unresolved: 0 });
    for (const part of [counts.byClass, counts.byType, counts.byState]) {
      expect(Object.values(part).reduce((sum, count) => sum + count, 0)).toBe(counts.claims);
    }
  });
});

describe('sources', () => {
  test('come with most claims first, then as they speak, with every type they appear under', () => {
    const post = aSource(1, 'Evening Post', 'news_organization');
    const aide = aSource(2, 'an aide', 'unnamed');
    const model = aModel('[1:a:1] [2:b:2] [3:c:3] [4:d:4]', {
      1: { sourceType: 'unnamed_person', source: aide },
      2: { sourceType: 'news_organization', source: post },
      3: { sourceType: 'named_organization', source: post },
      4: { sourceType: 'unspecified_source' },
    });
    expect(model.sources.map(({ source, types, claims }) => [source.name, types, numbers(claims)])).toEqual([
      ['Evening Post', ['named_organization', 'news_organization'], [2, 3]],
      ['an aide', ['unnamed_person'], [1]],
    ]);
  });
});

test('people are those who made, last edited or approved a claim, each once', () => {
  const { people } = aModel('[1:a:1] [2:b:2] [3:c:3]', { 2: { lastEditedBy: SECOND_CHECKER }, 3: { createdBy: SECOND_CHECKER } });
  expect(people).toEqual({ checkers: [CHECKER, SECOND_CHECKER], approvers: [EDITOR] });
});
