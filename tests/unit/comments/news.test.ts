import { describe, expect, it } from 'vitest';
import type { Comment, Discussion } from '@/lib/comments/comment';
import { arrivedBetween, isUnread, newestOf } from '@/lib/comments/news';

const [ANN, BOB] = [
  { id: 'ann', name: 'Ann' },
  { id: 'bob', name: 'Bob' },
];
const said = (id: string, by = BOB, more: Partial<Comment> = {}): Comment => ({
  ...{ id, by, version: 1, earlier: [], at: `2026-03-01T09:0${id.length}:00.000Z` },
  body: [{ kind: 'paragraph', content: [{ text: id }] }],
  ...more,
});
const talk = (...threads: (readonly [Comment, ...Comment[]])[]): Discussion => ({
  seq: 1,
  people: [],
  threads: threads.map(([first, ...replies]) => ({ first, replies, resolved: null })),
});

describe('what is new in a discussion', () => {
  it('is what others said after one has read, and is still there', () => {
    const until = '2026-03-01T09:02:00.000Z';
    expect(isUnread(said('abc'), ANN.id, until)).toBe(true);
    expect(isUnread(said('ab'), ANN.id, until)).toBe(false);
    expect(isUnread(said('abc', ANN), ANN.id, until)).toBe(false);
    expect(isUnread(said('abc', BOB, { body: null }), ANN.id, until)).toBe(false);
    expect(isUnread(said('a'), ANN.id, ''), 'where one never did').toBe(true);
  });

  it('ends with the last thing said, wherever it stands', () => {
    expect(newestOf(talk([said('a'), said('abcd')], [said('abc')]))).toBe('2026-03-01T09:04:00.000Z');
    expect(newestOf(talk())).toBe('');
  });

  it('is read out once it comes, without one’s own', () => {
    const before = talk([said('a')]);
    expect(arrivedBetween(before, talk([said('a'), said('b', ANN)]), ANN.id)).toBeNull();
    expect(arrivedBetween(before, talk([said('a'), said('b')]), ANN.id)).toBe('Bob wrote a comment.');
    expect(arrivedBetween(before, talk([said('a'), said('b')], [said('c')]), ANN.id)).toBe('2 new comments.');
    expect(arrivedBetween(before, talk([said('a', BOB, { version: 2 })]), ANN.id), 'nor what was only changed').toBeNull();
  });
});
