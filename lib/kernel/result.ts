import type { AppError } from './app-error';

/** An expected outcome: the value, or the reason why there is none. Bugs are thrown instead. */
export type Result<Value> = { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly error: AppError };

export function ok<Value>(value: Value): Result<Value> {
  return { ok: true, value };
}

export function refused(error: AppError): { readonly ok: false; readonly error: AppError } {
  return { ok: false, error };
}
