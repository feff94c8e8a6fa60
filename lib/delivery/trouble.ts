import type { AppError, ErrorCode } from '@/lib/kernel/app-error';

/**
 * Why a write is not through. The first five pass or are in the person's hands, and the write is kept and sent again
 * with its key; of the other two a repeat would get the same answer. What is done about each is for the outbox to say:
 * components/editor/outbox and components/review/triage, which both keep it in the browser.
 */
export type Trouble = Passing | Final;

export type Passing = {
  /**
   * No answer came; the server could not do it now; the session is over; it is somebody else's now; the server is a newer
   * one than the page.
   */
  readonly kind: 'unreachable' | 'server' | 'signed_out' | 'other_person' | 'updated';
  readonly message: string;
};

export type Final =
  | { readonly kind: 'refused'; readonly message: string; readonly field: string | null }
  /** The write was meant for an older version. `current` is the newer one, as the server sent it; null when it is gone. */
  | { readonly kind: 'conflict'; readonly message: string; readonly current: unknown };

/** A write that the server fails on is sent so often; then it is refused, so that it does not stand before all others. */
export const SERVER_TRIES = 4;

/** Failures that a wait mends: by themselves they are no reason to give a write up. */
const WAITING: readonly ErrorCode[] = ['STORAGE', 'THROTTLED', 'NOT_TRIED'];

/**
 * How the server's refusal of try number `attempts` (from 1) is to be taken. `patient`: a full disk and a throttle are
 * waited out, however often they answer; without it they count as failures of the server.
 */
export function troubleOfAnswer(error: AppError, attempts: number, { patient }: { readonly patient: boolean }): Trouble {
  const { code, message, field = null, current = null } = error;
  if (code === 'NOT_SIGNED_IN') return { kind: 'signed_out', message: 'Your session has ended.' };
  if (code === 'OTHER_PERSON') return { kind: 'other_person', message: 'You are signed in as somebody else in this browser now.' };
  if (code === 'STALE') return { kind: 'conflict', message, current };
  const waits = WAITING.includes(code);
  const again = (waits && patient) || ((waits || code === 'UNEXPECTED') && attempts < SERVER_TRIES);
  return again ? { kind: 'server', message } : { kind: 'refused', message, field };
}

/** How it is to be taken that no answer came: `error` is what the call of the server action threw. */
export function troubleOfThrow(error: unknown): Passing {
  const text = error instanceof Error ? `${error.name} ${error.message}` : '';
  return /UnrecognizedAction|Server Action .* not found|Failed to find Server Action/i.test(text)
    ? { kind: 'updated', message: 'Hearsay was updated while this page was open.' }
    : { kind: 'unreachable', message: 'The server cannot be reached.' };
}

export function isFinal(trouble: Trouble): trouble is Final {
  return trouble.kind === 'refused' || trouble.kind === 'conflict';
}
