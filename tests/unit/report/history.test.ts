import { describe, expect, test } from 'vitest';
import { compareTransitions, findApproval } from '@/lib/review/history';
import { aClaim, aSpan, CHECKER, EDITOR, historyOf } from '@/tests/factories/report';

const SPAN = aSpan('The mayor said no.', 4, 9);
const ACTORS = { checker: CHECKER, editor: EDITOR };

describe('findApproval', () => {
  test('is the step by which a claim stands approved', () => {
    const history = historyOf(aClaim(1, [SPAN], { state: 'approved' }), ACTORS);
    expect(findApproval(history)).toMatchObject({ event: 'approve', actor: EDITOR });
  });

  test('goes by the version of the claim, not by the order or the clock', () => {
    const history = historyOf(aClaim(1, [SPAN], { state: 'reopened' }), ACTORS);
    const setBack = history.map((step, index) => ({ ...step, at: new Date(-index) }));
    expect(findApproval(history.toReversed())).toBeNull();
    expect(findApproval(setBack)).toBeNull();
  });

  test.each(['draft', 'submitted', 'returned', 'rejected', 'reopened'] as const)('is null for a claim that stands %s', (state) => {
    expect(findApproval(historyOf(aClaim(1, [SPAN], { state }), ACTORS))).toBeNull();
  });
});

describe('compareTransitions', () => {
  test('orders steps by time, and those of one moment by id', () => {
    const [first, second] = historyOf(aClaim(1, [SPAN], { state: 'approved' }), ACTORS);
    if (first === undefined || second === undefined) throw new Error('a claim is approved in two steps');
    const twin = { ...first, id: second.id };
    expect([second, twin, first].sort(compareTransitions)).toEqual([first, twin, second]);
    expect(compareTransitions(first, first)).toBe(0);
  });
});
