import { DAY, HOUR, MINUTE } from '@/lib/kernel/clock';

/**
 * Notices by mail. What becomes a notice for somebody is noted in the outbox by triggers, in the transaction that makes it one
 * (prisma/migrations/..._mail). A runner (mutations.ts) puts what came up within a few minutes into one mail, asks again what of it
 * the person may see and wants, and sends it; again later where the server does not take it.
 *
 *     noted -> in a mail: waiting -> sent | dropped (nothing is left to tell) | failed (a dead letter)
 *
 * A mail goes out once for certain, and a second time only where the program was killed between the server's yes and its writing
 * down; then under the same Message-ID. Absent: receipts, and any other way to be told.
 */
export type MailState = 'waiting' | 'sent' | 'dropped' | 'failed';

/** How long the first notice waits for others to go along with, ms. */
export const GATHER_MS = 2 * MINUTE;
/** Mails sent at a time, before others get their turn. */
export const AT_ONCE = 20;
/** After this long a mail that was never taken is a dead letter, ms. */
export const GIVE_UP_MS = 3 * DAY;

const FIRST_DELAY_MS = 30_000;
const LONGEST_DELAY_MS = HOUR;

/** How long to wait after the attempt of this number, ms: half a minute, doubled each time up to an hour. */
export function delayAfter(attempts: number): number {
  return Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** Math.max(0, attempts - 1));
}

/** One mail as it goes out. `id` is its Message-ID without the angle brackets. */
export type Letter = {
  readonly id: string;
  readonly to: { readonly name: string; readonly address: string };
  readonly subject: string;
  readonly text: string;
  readonly html: string;
};

/**
 * What came of handing a letter over. `refused`: this letter will never be taken (an answer of the 5xx kind to it). `unreachable`:
 * no server answered, or it takes nothing from us just now: other letters would fare alike.
 */
export type Handed = { readonly kind: 'taken' } | { readonly kind: 'later' | 'refused' | 'unreachable'; readonly why: string };

export type Post = (letter: Letter) => Promise<Handed>;
