import 'server-only';
import { type ActorScope, refuse } from '@/lib/db/write';
import type { Tx } from '@/lib/db/write-gate';
import { appError } from '@/lib/kernel/app-error';
import { findSource } from '../data';
import type { SourceRecord } from '../source-record';

/** Sources as they stand inside a write: before it, for what it is allowed to do; after it, for its answer. */
export type SourceScope = ActorScope<{ readonly deskId: string }>;

/**
 * The source as it stands now, for a write that was meant for `input.version` of it. Refuses with NOT_FOUND, what the
 * permission table says, STALE (carrying the newer record), or, unless `any` will do, one that was merged into another.
 */
export async function requireSource(
  tx: Tx,
  scope: SourceScope,
  input: { readonly sourceId: string; readonly version: number },
  wanted: 'standing' | 'any' = 'standing',
): Promise<SourceRecord> {
  const record = await findSource(tx, { deskId: scope.actor.deskId, sourceId: input.sourceId });
  if (record === null) return refuse(appError('NOT_FOUND', 'This source does not exist on your desk.'));
  const refusal = scope.permit(record);
  if (refusal !== null) return refuse(refusal);
  if (record.version !== input.version) return refuse(appError('STALE', undefined, { current: record }));
  if (wanted === 'standing' && record.mergedInto !== null) {
    const why = `“${record.name}” was merged into “${record.mergedInto.name}”. Change that one, or split this one off first.`;
    return refuse(appError('INVALID', why));
  }
  return record;
}

export async function readSource(tx: Tx, { id, deskId }: { readonly id: string; readonly deskId: string }): Promise<SourceRecord> {
  return (await findSource(tx, { deskId, sourceId: id })) as SourceRecord;
}
