import type { Result } from '@/lib/kernel/result';
import { sendWrites as send } from '@/lib/review/batch/actions';
import type { WriteAnswer } from '@/lib/review/batch/write-answer';
import type { KeptWrite } from './entry';
import { requestOf } from './request-of';

/** Sends kept writes in one request, in the name of the one who made them; an answer for each, in their order. */
export function sendWrites(actorId: string, batch: readonly KeptWrite[]): Promise<Result<readonly Result<WriteAnswer>[]>> {
  return send({ actorId, writes: batch.map(requestOf) });
}
