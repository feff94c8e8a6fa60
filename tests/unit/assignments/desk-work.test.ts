import { describe, expect, it } from 'vitest';
import { type Part, UNASSIGNED } from '@/lib/assignments/assignment';
import { lateWork, toDeskWork } from '@/lib/assignments/desk-work';

const NOW = new Date('2026-03-01T09:00:00.000Z');
const at = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);
const part = (personId: string, different: Partial<Part> = {}): Part => ({
  personId,
  since: NOW,
  leaseUntil: null,
  handedInAt: null,
  endedAt: null,
  heirId: null,
  ...different,
});
const open = (articleId: string, parts: readonly Part[], different: object = {}) => ({
  ...UNASSIGNED,
  articleId,
  title: articleId,
  createdAt: at(-600),
  parts,
  version: 1,
  ...different,
});

describe('the work on a desk', () => {
  it('is what somebody took, what was given to them, and what they could take', () => {
    const work = toDeskWork(
      [
        open('longer', [part('me', { leaseUntil: at(20) })]),
        open('shorter', [part('me', { leaseUntil: at(5) })]),
        open('lapsed', [part('me', { leaseUntil: at(-5) })]),
        open('lapsed and gone', [part('me', { leaseUntil: at(-5) }), part('other')]),
        open('given', [part('me')]),
        open('given, urgent', [part('me')], { priority: 'high' }),
        open('taken by another', [part('other')]),
        open('a place beside another', [part('other')], { checkers: 2 }),
        open('handed in', [part('me', { handedInAt: at(-1) })], { checkers: 2 }),
        open('given back', [part('me', { endedAt: at(-1) })]),
      ],
      [{ articleId: 'untouched', title: 'untouched', createdAt: at(-900) }],
      { userId: 'me', now: NOW },
    );
    const ids = (list: readonly { readonly articleId: string }[]) => list.map(({ articleId }) => articleId);
    expect(work.held.map(({ articleId, lapsed }) => [articleId, lapsed])).toEqual([
      ['lapsed', true],
      ['shorter', false],
      ['longer', false],
    ]);
    expect(ids(work.given)).toEqual(['given, urgent', 'given']);
    expect(ids(work.pool)).toEqual(['untouched', 'a place beside another', 'given back']);
  });

  it('is late where it was due and is not checked, with the places that nobody has', () => {
    const late = lateWork(
      [
        open('late', [part('me')], { dueAt: at(-1), checkers: 2 }),
        open('later', [], { dueAt: at(1) }),
        open('done', [part('me', { handedInAt: NOW })], { dueAt: at(-1) }),
      ],
      NOW,
    );
    expect(late).toMatchObject([{ articleId: 'late', placesLeft: 1 }]);
    expect(late).toHaveLength(1);
  });
});
