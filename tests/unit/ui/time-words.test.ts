import { expect, it } from 'vitest';
import { absoluteTime, relativeTime } from '@/components/ui/time-words';

const at = new Date('2026-08-12T10:00:00Z');
const after = (seconds: number) => relativeTime(at, at.getTime() + seconds * 1000, 'ago');

it('says how long ago in the largest unit that fits, and the date after a week', () => {
  expect([0, 59, 60, 3599, 3600, 86_399, 86_400, 6 * 86_400].map(after)).toEqual([
    'just now',
    'just now',
    '1 min ago',
    '59 min ago',
    '1 h ago',
    '23 h ago',
    '1 d ago',
    '6 d ago',
  ]);
  expect(after(7 * 86_400)).toBe('12 Aug 2026');
});

it('takes a moment that is still to come for now', () => {
  expect(after(-5)).toBe('just now');
});

it('is shorter in a column', () => {
  expect(relativeTime(at, at.getTime() + 7_200_000, 'short')).toBe('2 h');
});

it('names the zone where it is not the reader’s own', () => {
  expect(absoluteTime(at, 'UTC')).toBe('12 Aug 2026, 10:00 UTC');
});
