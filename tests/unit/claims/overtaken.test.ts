import { describe, expect, it } from 'vitest';
import { type LastAct, overtakenWords } from '@/lib/claims/overtaken';

const now = new Date('2026-03-01T09:00:00Z');
const ago = (seconds: number) => new Date(now.getTime() - seconds * 1000);
const said = (act: LastAct, by: string | null = 'Edith', at = ago(5)) => overtakenWords({ number: 3, act, by, at, now });

describe('a write that came too late', () => {
  it.each([
    ['approve', 'Edith approved claim 3 just now.'],
    ['return', 'Edith returned claim 3 just now.'],
    ['reject', 'Edith rejected claim 3 just now.'],
    ['fixed', 'Edith fixed and approved claim 3 just now.'],
    ['withdraw', 'Edith withdrew claim 3 just now.'],
    ['undo_decision', 'Edith took the decision on claim 3 back just now.'],
    ['edited', 'Edith edited claim 3 just now.'],
    ['reopen', 'Edith edited claim 3 just now.'],
    ['deleted', 'Edith deleted claim 3 just now.'],
    ['restored', 'Edith brought claim 3 back just now.'],
  ] as const)('hears who was quicker after %s', (act, words) => {
    expect(said(act)).toBe(words);
  });

  it('hears of its own person that they did it elsewhere', () => {
    expect(said('approve', null)).toBe('You approved claim 3 just now, in another window.');
  });

  it('hears “just now” within a minute only, and also when the clock was set back', () => {
    expect(said('approve', 'Edith', ago(59))).toMatch(/just now/);
    expect(said('approve', 'Edith', ago(60))).toBe('Edith approved claim 3 meanwhile.');
    expect(said('approve', 'Edith', ago(-3600))).toMatch(/just now/);
  });
});
