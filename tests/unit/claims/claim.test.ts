import { describe, expect, it } from 'vitest';
import { UNGUARDED } from '@/lib/assignments/checking';
import { byPlace, toClaimResource } from '@/lib/claims/claim';
import { aClaim, aSpan, CHECKER, DESK, EDITOR } from '../../factories/report';

const TEXT = 'The mayor said no.';

describe('text order', () => {
  it('is by where a claim begins, the outer one first, then by number', () => {
    const inner = aClaim(1, [aSpan(TEXT, 4, 9)]);
    const outer = aClaim(3, [aSpan(TEXT, 4, 17)]);
    const again = aClaim(2, [aSpan(TEXT, 4, 9)]);
    const first = aClaim(4, [aSpan(TEXT, 0, 3), aSpan(TEXT, 10, 14)]);
    expect([inner, outer, again, first].toSorted(byPlace).map(({ number }) => number)).toEqual([4, 3, 1, 2]);
  });
});

describe('what the permission table asks about a claim', () => {
  it('is its desk, who made it, who edited it last, and its state', () => {
    const claim = aClaim(1, [aSpan(TEXT, 0, 9)], { state: 'submitted', lastEditedBy: EDITOR });
    expect(toClaimResource(claim, UNGUARDED)).toEqual({
      deskId: DESK.id,
      createdById: CHECKER.id,
      parentMakers: [],
      lastEditedById: EDITOR.id,
      earlierEditorIds: [],
      state: 'submitted',
      checking: UNGUARDED,
    });
  });
});
