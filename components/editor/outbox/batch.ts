import { createBlock } from '@/lib/claims/write-order';
import type { Write } from './entry';
import type { Entry, Outbox } from './outbox';

/** At most so many writes in one request, and so long in all as JSON (UTF-16 units: up to three times as many bytes). */
export const BATCH_WRITES = 50;
export const BATCH_LENGTH = 250_000;

/**
 * The writes to send now, in their order, each with the version it is made on; none while some are under way or nothing
 * can go. A held write stops the later ones that build on it, and no other. `most` is lower than BATCH_WRITES after a
 * request that was not answered: it may have been too much.
 */
export function nextBatch({ entries }: Outbox, most = BATCH_WRITES): readonly Entry[] {
  if (entries.some(({ state }) => state === 'sending')) return [];
  const block = createBlock();
  const leaves = new Map<string, number>();
  const batch: Entry[] = [];
  let length = 0;
  for (const entry of entries) {
    const write = block.stops(entry.write) || entry.state !== 'waiting' ? null : withVersion(entry.write, leaves);
    if (write === null) {
      block.add(entry.write);
      continue;
    }
    length += JSON.stringify(write).length;
    if (batch.length > 0 && (batch.length >= most || length > BATCH_LENGTH)) break;
    batch.push({ ...entry, write });
    for (const [claimId, version] of versionsAfter(write)) leaves.set(claimId, version);
  }
  return batch;
}

/** A claim's first write leaves version 1, every other one more than it was made on. */
function versionsAfter(write: Write): readonly (readonly [claimId: string, version: number])[] {
  if (write.kind === 'submit') return write.claims.map(({ id, version }) => [id, version + 1] as const);
  return [[write.claimId, write.kind === 'create' ? 1 : (write.version ?? 0) + 1]];
}

/** The write on the version that one before it in the batch leaves; null while that is not known. */
function withVersion(write: Write, leaves: ReadonlyMap<string, number>): Write | null {
  if (write.kind === 'submit' || write.kind === 'create' || write.version !== null) return write;
  const version = leaves.get(write.claimId);
  return version === undefined ? null : { ...write, version };
}
