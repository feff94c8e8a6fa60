import { describe, expect, it } from 'vitest';
import { toShown } from '@/components/adjudication/kept-shown';
import { changedMeanwhile } from '@/components/adjudication/meanwhile';
import type { Decision } from '@/lib/adjudication/decision';
import type { KeptDecision } from '@/lib/adjudication/kept-decision';

const [ME, OTHER] = [
  { id: 'me', name: 'Edith' },
  { id: 'other', name: 'Olaf' },
];
const AGREED: Decision = { kind: 'agreed' };
const NONE: Decision = { kind: 'none', reason: 'No claim.' };

const kept = (key: string, version: number, decision: Decision | null, by = ME): KeptDecision => ({
  ...{ key, version, decision, by },
  parents: [],
  at: new Date(0),
});
const shown = (...decisions: readonly KeptDecision[]) => new Map(decisions.map((one) => [one.key, one]));

describe('what others changed of the decisions a page showed', () => {
  it('is what stands otherwise now, or was taken back, with what it was', () => {
    const now = [kept('a', 2, NONE, OTHER), kept('b', 2, null, OTHER)];
    const changed = changedMeanwhile(shown(kept('a', 1, AGREED), kept('b', 1, NONE)), now, ME.id);
    expect([...changed]).toEqual([
      ['a', { before: AGREED, now: now[0] }],
      ['b', { before: NONE, now: now[1] }],
    ]);
  });

  it.each([
    ['my own change', kept('a', 1, AGREED), kept('a', 2, NONE)],
    ['one decided again as it was', kept('a', 1, AGREED), kept('a', 3, AGREED, OTHER)],
    ['one that was open', kept('a', 2, null), kept('a', 3, AGREED, OTHER)],
    ['one that an answer already brought in a later version', kept('a', 3, NONE), kept('a', 2, AGREED, OTHER)],
    ['one never shown', kept('b', 1, AGREED), kept('a', 1, AGREED, OTHER)],
  ])('leaves out %s', (_, before, now) => {
    expect(changedMeanwhile(shown(before), [now], ME.id).size).toBe(0);
  });
});

describe('what is kept of a page that showed decisions', () => {
  const before = kept('a', 1, AGREED);
  const now = kept('a', 3, NONE, OTHER);
  const changed = changedMeanwhile(shown(before), [now], ME.id);
  const read = (stored: ReturnType<typeof toShown>) => changedMeanwhile(new Map(stored.map((one) => [one.key, one])), [now], ME.id);

  it('tells of a change again after a reload, as long as nobody has seen it', () => {
    expect(changed.size).toBe(1);
    expect(read(toShown([now], changed))).toEqual(changed);
  });

  it('tells of no change that was seen', () => {
    expect(read(toShown([now], new Map())).size).toBe(0);
  });
});
