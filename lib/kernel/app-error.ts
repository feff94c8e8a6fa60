/**
 * The one catalogue of refusals: when each is given and what the person can do about it.
 * `exitCode` is what the command line ends with (1 refused, 2 wrong use).
 */
export const APP_ERRORS = {
  NOT_SIGNED_IN: { status: 401, message: 'You are not signed in, or your session has ended. Sign in again; nothing is lost.' },
  OTHER_PERSON: {
    status: 409,
    message: 'You are signed in as somebody else in this browser now. Nothing was changed; sign in again as the one who did this.',
  },
  FORBIDDEN: { status: 403, message: 'Your role does not allow this.' },
  CROSS_SITE: { status: 403, message: 'This request came from another site and was refused.' },
  NOT_FOUND: { status: 404, message: 'This does not exist, or it is not on your desk.' },
  INVALID: { status: 400, message: 'Something in the input is not right.' },
  STALE: { status: 409, message: 'Someone else changed this while you were working on it.' },
  NOT_TRIED: { status: 409, message: 'Not tried: a change that this one builds on did not go through.' },
  FOUR_EYES: { status: 403, message: 'Four eyes: nobody approves a claim they made or edited.' },
  ILLEGAL_TRANSITION: { status: 409, message: 'The claim is not in a state that allows this.' },
  KEY_REUSED: { status: 409, message: 'This key was already used for a different request.' },
  TOO_LARGE: { status: 413, message: 'The text is too large.' },
  THROTTLED: { status: 429, message: 'Too many failed attempts. Wait a little and try again.' },
  NOT_EMPTY: { status: 409, message: 'The database already holds data.' },
  STORAGE: { status: 503, message: 'The database could not store this. Nothing was changed; try again.' },
  UNEXPECTED: { status: 500, message: 'Something went wrong on the server. Nothing was changed; try again.' },
} as const satisfies Record<string, { status: number; message: string }>;

export type ErrorCode = keyof typeof APP_ERRORS;

/** What a person is told. `field` names the input at fault; `current` carries the newer value of a `STALE`. */
export type AppError = {
  readonly code: ErrorCode;
  readonly message: string;
  readonly field?: string;
  readonly current?: unknown;
};

/** The catalogue's error, with a more exact sentence or details where the caller has them. */
export function appError(
  code: ErrorCode,
  message: string = APP_ERRORS[code].message,
  details: Pick<AppError, 'field' | 'current'> = {},
): AppError {
  return { code, message, ...details };
}

/** Carries an AppError through code that can only throw (a transaction to roll back, a page to stop). */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  constructor(readonly error: AppError) {
    super(error.message);
  }
}
