import { afterEach, describe, expect, it, vi } from 'vitest';
import { countAttempt, forgetAttempt } from '@/lib/auth/throttle';

const MINUTE = 60_000;

afterEach(() => void vi.useRealTimers());

/** Attempts until the first refusal, which comes with the seconds to wait. */
async function attempt(times: number, account: string, address: string): Promise<readonly (number | null)[]> {
  const answers = [];
  for (let round = 0; round < times; round += 1) answers.push(await countAttempt(account, address));
  return answers;
}

describe('counting failed sign-ins', () => {
  it('lets eight through, then says how long to wait, and lets eight through again after a quarter of an hour', async () => {
    vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout'] });
    const answers = await attempt(9, 'a@example.org', '198.51.100.1');
    expect(answers.slice(0, 8)).toEqual(Array(8).fill(null));
    expect(answers[8]).toBe(15 * 60);
    vi.advanceTimersByTime(5 * MINUTE);
    expect(await attempt(1, 'a@example.org', '198.51.100.1')).toEqual([10 * 60]);
    vi.advanceTimersByTime(10 * MINUTE);
    expect(await attempt(8, 'a@example.org', '198.51.100.1')).toEqual(Array(8).fill(null));
  });

  it('does not make the wait longer for those who keep trying', async () => {
    vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout'] });
    await attempt(200, 'b@example.org', '198.51.100.2');
    vi.advanceTimersByTime(15 * MINUTE);
    expect(await attempt(1, 'b@example.org', '198.51.100.2')).toEqual([null]);
  });

  it('gives the address back what a successful attempt took', async () => {
    for (let round = 0; round < 100; round += 1) {
      expect(await countAttempt('c@example.org', '198.51.100.3')).toBeNull();
      await forgetAttempt('c@example.org', '198.51.100.3');
    }
  });
});
