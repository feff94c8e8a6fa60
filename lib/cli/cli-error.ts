import { type AppError, Refusal } from '@/lib/kernel/app-error';
import type { Result } from '@/lib/kernel/result';

/** The command was called wrongly: exit code 2. */
export class WrongUse extends Error {
  override readonly name = 'WrongUse';
}

/** The value of a result, or its refusal thrown for `main` to print (exit code 1). */
export function unwrap<Value>(result: Result<Value>): Value {
  if (result.ok) return result.value;
  throw new Refusal(result.error as AppError);
}
