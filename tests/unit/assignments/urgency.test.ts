import fc from 'fast-check';
import { expect, it } from 'vitest';
import { PRIORITIES } from '@/lib/assignments/assignment';
import { byUrgency, type Urgency } from '@/lib/assignments/urgency';

const at = (hours: number) => new Date(Date.UTC(2026, 2, 1, hours));
const work = (articleId: string, different: Partial<Urgency> = {}): Urgency => ({
  articleId,
  priority: 'normal',
  dueAt: null,
  createdAt: at(0),
  ...different,
});

it('puts priority before the due date, the due date before age, and work without a date last', () => {
  const sorted = [
    work('low', { priority: 'low', dueAt: at(1) }),
    work('young', { createdAt: at(2) }),
    work('old'),
    work('due later', { dueAt: at(9), createdAt: at(-9) }),
    work('due', { dueAt: at(8) }),
    work('high', { priority: 'high' }),
  ].sort(byUrgency);
  expect(sorted.map(({ articleId }) => articleId)).toEqual(['high', 'due', 'due later', 'old', 'young', 'low']);
});

it('is one order for all work', () => {
  const time = fc.integer({ min: 0, max: 3 }).map(at);
  const some = fc.record({
    articleId: fc.constantFrom('a', 'b', 'c', 'd'),
    priority: fc.constantFrom(...PRIORITIES),
    dueAt: fc.option(time),
    createdAt: time,
  });
  fc.assert(
    fc.property(some, some, some, (a, b, c) => {
      expect(Math.sign(byUrgency(a, b)) + Math.sign(byUrgency(b, a))).toBe(0);
      if (byUrgency(a, b) <= 0 && byUrgency(b, c) <= 0) expect(byUrgency(a, c)).toBeLessThanOrEqual(0);
    }),
  );
});
