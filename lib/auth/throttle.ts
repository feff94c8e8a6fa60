import 'server-only';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

/** Failed sign-ins allowed in a window of 15 minutes: for one account from one address, from one address, for one account from all strange ones. */
const WINDOW = 15 * 60; // seconds
const FAILURES_PER_PAIR = 8;
const FAILURES_PER_ADDRESS = 40;
const FAILURES_PER_ACCOUNT = 40;

/** An address from which the account was entered is no strange one for so long. A timer holds no more than 24 days. */
const KNOWN = 14 * 24 * 60 * 60; // seconds

type Limits = {
  readonly pair: RateLimiterMemory;
  readonly address: RateLimiterMemory;
  readonly account: RateLimiterMemory;
  readonly known: RateLimiterMemory;
};

// One set per process (Next may load this module more than once), or the limits would multiply.
const shared = globalThis as { hearsayThrottle?: Limits };

function limits(): Limits {
  shared.hearsayThrottle ??= {
    pair: new RateLimiterMemory({ keyPrefix: 'pair', points: FAILURES_PER_PAIR, duration: WINDOW }),
    address: new RateLimiterMemory({ keyPrefix: 'address', points: FAILURES_PER_ADDRESS, duration: WINDOW }),
    account: new RateLimiterMemory({ keyPrefix: 'account', points: FAILURES_PER_ACCOUNT, duration: WINDOW }),
    known: new RateLimiterMemory({ keyPrefix: 'known', points: 1, duration: KNOWN }),
  };
  return shared.hearsayThrottle;
}

/**
 * Counts one attempt before the password is looked at, so that attempts sent together cannot all
 * slip through. Null when allowed, otherwise the seconds to wait.
 *
 * Whoever knows an account's address can use up the attempts of where they sit, not those of its owner: attempts are counted for the two
 * together. One who guesses from many places meets a limit for the account, which holds only where it was not entered from before; so
 * they can keep its owner out of a new place for a quarter of an hour at a time, never out of the usual one. What that costs: from an
 * address that the owner uses too, eight guesses more in each window; and where all come through one other machine (a proxy that is
 * not trusted to say for whom) all share an address, so that one of them can lock another's account as before. What is known is kept until the server ends.
 */
export async function countAttempt(account: string, address: string): Promise<number | null> {
  const { pair, account: all, address: place, known } = limits();
  try {
    await place.consume(address);
    await pair.consume(keyOf(account, address));
    if ((await known.get(keyOf(account, address))) === null) await all.consume(account);
    return null;
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes) return Math.max(1, Math.ceil(refusal.msBeforeNext / 1000));
    throw refusal;
  }
}

/**
 * A successful sign-in was no failure: the account starts afresh from this address, which is known from now on, and what the attempt took of the
 * other limits is given back. What others failed elsewhere stays counted: an owner who signs in would hand out new guesses.
 */
export async function forgetAttempt(account: string, address: string): Promise<void> {
  const { pair, account: all, address: place, known } = limits();
  await pair.delete(keyOf(account, address));
  await place.reward(address);
  if ((await known.get(keyOf(account, address))) === null) await all.reward(account);
  await known.set(keyOf(account, address), 1, KNOWN);
}

function keyOf(account: string, address: string): string {
  return JSON.stringify([account, address]);
}
