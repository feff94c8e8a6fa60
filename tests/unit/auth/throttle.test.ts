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

  it('leaves the owner the way in whom somebody elsewhere wants to lock out', async () => {
    const [account, home] = ['d@example.org', '198.51.100.4'];
    expect(await countAttempt(account, home)).toBeNull();
    await forgetAttempt(account, home);
    // From one place, and then from as many as it takes to use up what the account has for strange ones.
    expect((await attempt(30, account, '198.51.100.5')).filter((answer) => answer === null)).toHaveLength(8);
    expect(await countAttempt(account, home)).toBeNull();
    let allowed = 8;
    for (let other = 10; other < 30; other += 1)
      allowed += (await attempt(8, account, `198.51.100.${other}`)).filter((answer) => answer === null).length;
    expect(allowed).toBe(40);
    expect(await countAttempt(account, '198.51.100.200')).toBeGreaterThan(0);
    expect(await attempt(7, account, home)).toEqual(Array(7).fill(null));
    expect(await countAttempt(account, home)).toBeGreaterThan(0);
  });

  it('does not hand out new guesses elsewhere when the owner signs in', async () => {
    const [account, home] = ['e@example.org', '198.51.100.6'];
    await countAttempt(account, home);
    await forgetAttempt(account, home);
    for (let other = 40; other < 45; other += 1) await attempt(8, account, `198.51.100.${other}`);
    await countAttempt(account, home);
    await forgetAttempt(account, home);
    expect(await countAttempt(account, '198.51.100.46')).toBeGreaterThan(0);
    expect(await countAttempt(account, '198.51.100.40')).toBeGreaterThan(0);
  });

  it('gives the address back what a successful attempt took', async () => {
    for (let round = 0; round < 100; round += 1) {
      expect(await countAttempt('c@example.org', '198.51.100.3')).toBeNull();
      await forgetAttempt('c@example.org', '198.51.100.3');
    }
  });
});
