import { describe, expect, it } from 'vitest';
import { CLAIM_STATES } from '@/lib/claims/claim-state';
import { ARTICLE_STATE_LABELS, ARTICLE_STATES, articleState, countClaims, NO_CLAIMS } from '@/lib/review/progress';

describe('an article’s state', () => {
  it.each([
    [{}, 'untouched'],
    [{ draft: 1 }, 'in_progress'],
    [{ returned: 1, approved: 9 }, 'in_progress'],
    [{ reopened: 1, submitted: 3 }, 'in_progress'],
    [{ submitted: 1 }, 'in_review'],
    [{ submitted: 1, approved: 5, rejected: 2 }, 'in_review'],
    [{ approved: 1 }, 'done'],
    [{ rejected: 1 }, 'done'],
    [{ approved: 3, rejected: 2 }, 'done'],
  ] as const)('with the claims %j is %s', (counts, state) => {
    expect(articleState({ ...NO_CLAIMS, ...counts })).toBe(state);
  });

  it('has a label for every state', () => {
    expect(Object.keys(ARTICLE_STATE_LABELS)).toEqual([...ARTICLE_STATES]);
  });

  it('counts every claim, whatever its state', () => {
    expect(Object.keys(NO_CLAIMS)).toEqual([...CLAIM_STATES]);
    const counts = Object.fromEntries(CLAIM_STATES.map((state, index) => [state, index + 1])) as typeof NO_CLAIMS;
    expect(countClaims(counts)).toBe(21);
  });
});
