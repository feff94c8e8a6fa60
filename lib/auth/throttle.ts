import 'server-only';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

/** Failed sign-ins allowed in a window of 15 minutes, per account and per address. */
const WINDOW = 15 * 60; // seconds
const FAILURES_PER_ACCOUNT = 8;
const FAILURES_PER_ADDRESS = 40;

type Limits = { readonly account: RateLimiterMemory; readonly address: RateLimiterMemory };

// One set per process (Next may load this module more than once), or the limits would multiply.
const shared = globalThis as { hearsayThrottle?: Limits };

function limits(): Limits {
  shared.hearsayThrottle ??= {
    account: new RateLimiterMemory({ points: FAILURES_PER_ACCOUNT, duration: WINDOW }),
    address: new RateLimiterMemory({ points: FAILURES_PER_ADDRESS, duration: WINDOW }),
  };
  return shared.hearsayThrottle;
}

/**
 * Counts one attempt before the password is looked at, so that attempts sent together cannot all
 * slip through. Null when allowed, otherwise the seconds to wait.
 */
export async function countAttempt(account: string, address: string): Promise<number | null> {
  try {
    await limits().address.consume(address);
    await limits().account.consume(account);
    return null;
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes) return Math.max(1, Math.ceil(refusal.msBeforeNext / 1000));
    throw refusal;
  }
}

/** A successful sign-in was no failure: the account starts afresh and the address gets its attempt back. */
export async function forgetAttempt(account: string, address: string): Promise<void> {
  await limits().account.delete(account);
  await limits().address.reward(address);
}
