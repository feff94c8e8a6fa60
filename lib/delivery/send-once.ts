import { appError } from '@/lib/kernel/app-error';
import { type Result, refused } from '@/lib/kernel/result';
import { troubleOfThrow } from './trouble';

/** The answer to one write of a dialog, also where there was none: then a refusal that says why. Never rejects. */
export async function sendOnce<Sent, Value>(send: (input: Sent) => Promise<Result<Value>>, input: Sent): Promise<Result<Value>> {
  try {
    return await send(input);
  } catch (thrown) {
    return refused(appError('UNEXPECTED', `${troubleOfThrow(thrown).message} Nothing you wrote is lost: try again.`));
  }
}
