import { describe, expect, it } from 'vitest';
import { retryDelay, SILENT_AFTER, SLOW_AFTER, watchPace } from '@/lib/delivery/pace';

describe('the pace of an answer', () => {
  it('becomes slow, then silent, and neither once the answer is here', () => {
    const timers = new Map<number, () => void>();
    const after = (ms: number, callback: () => void) => {
      timers.set(ms, callback);
      return () => void timers.delete(ms);
    };
    const told: string[] = [];
    const answered = watchPace(after, (pace) => told.push(pace));
    timers.get(SLOW_AFTER)?.();
    timers.get(SILENT_AFTER)?.();
    expect(told).toEqual(['slow', 'silent']);
    answered();
    expect(timers.size).toBe(0);
  });
});

describe('the wait before the next try', () => {
  it('begins with a second, doubles, and ends at half a minute', () => {
    const delays = [1, 2, 3, 4, 5, 6, 7, 60].map((attempts) => retryDelay(attempts));
    expect(delays).toEqual([1000, 2000, 4000, 8000, 16_000, 30_000, 30_000, 30_000]);
  });

  it('is up to a quarter shorter, so that not all windows come back at once', () => {
    expect([retryDelay(1, 0), retryDelay(1, 0.5), retryDelay(1, 1)]).toEqual([750, 875, 1000]);
  });
});
