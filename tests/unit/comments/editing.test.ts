import { describe, expect, it } from 'vitest';
import { basisOf, saysOtherwise, writesOver } from '@/components/comments/editing';
import type { Body } from '@/lib/comments/body';
import type { Comment } from '@/lib/comments/comment';

const bodyOf = (text: string): Body => [{ kind: 'paragraph', content: [{ text }] }];
const comment = (version: number, body: Body | null): Comment => ({
  ...{ id: 'c', version, body },
  by: { id: 'me', name: 'Me' },
  at: '2026-11-23T00:00:00.000Z',
  earlier: [],
});

describe('saying a comment differently', () => {
  const begun = basisOf(comment(1, bodyOf('First.')), null);

  it('writes over the version that was seen, and not over one that another window wrote', () => {
    const now = comment(2, bodyOf('From elsewhere.'));
    expect(saysOtherwise(begun, now)).toBe(true);
    expect(writesOver(begun, now)).toBe(1);
    expect(writesOver(basisOf(now, null), now)).toBe(2);
  });

  it('goes on where only the thread was settled meanwhile', () => {
    const settled = comment(2, bodyOf('First.'));
    expect(saysOtherwise(begun, settled)).toBe(false);
    expect(writesOver(begun, settled)).toBe(2);
  });

  it('notices what was deleted', () => {
    expect(saysOtherwise(begun, comment(2, null))).toBe(true);
  });

  it('goes on after a reload, and notices there too that it was changed', () => {
    expect(saysOtherwise(basisOf(comment(1, bodyOf('First.')), 1), comment(1, bodyOf('First.')))).toBe(false);
    const now = comment(3, bodyOf('From elsewhere.'));
    expect(saysOtherwise(basisOf(now, 1), now)).toBe(true);
    expect(writesOver(basisOf(now, 1), now)).toBe(1);
  });
});
