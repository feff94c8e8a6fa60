import 'server-only';
import { setImmediate } from 'node:timers/promises';
import { type ChainedEvent, hashOf } from '@/lib/audit/chain';
import type { Database } from '@/lib/db/database';

type Row = Omit<ChainedEvent, 'at'> & { readonly seq: number; readonly at: string; readonly hash: string };

export type CheckedTrail = {
  readonly events: number;
  /** The hash of the last event; empty while there is none. Noted elsewhere, it tells later whether the trail goes on from here. */
  readonly head: string;
  /** One sentence for each place at which an event does not follow from the one before it. */
  readonly problems: readonly string[];
};

/** Events hashed between two turns of the event loop. */
const AT_ONCE = 2000;

/**
 * Works every hash of the audit trail out again. Events from before there were hashes are passed over, at its beginning only.
 * Linear in the trail.
 *
 * @param noted a head noted earlier, in hex: it has to be in the trail still; null asks for none
 */
export async function checkAuditChain(db: Pick<Database, 'rows'>, noted: string | null): Promise<CheckedTrail> {
  const problems: string[] = [];
  let [after, events, head] = [0, 0, ''];
  let isFound = noted === null;
  for (;;) {
    const rows = await db.rows<Row>(TRAIL, [after, AT_ONCE]);
    for (const { seq, hash, at, ...event } of rows) {
      after = seq;
      events += 1;
      if (hash === '' && head === '') continue;
      if (hash !== hashOf(head, { ...event, at: Date.parse(at) })) {
        problems.push(`The audit trail: event ${event.id} (${event.type}, ${at}) does not follow from those before it.`);
      }
      head = hash;
      if (hash === noted) isFound = true;
    }
    if (rows.length < AT_ONCE) break;
    await setImmediate();
  }
  if (!isFound) problems.push(`The audit trail: the event with the hash ${noted} is no longer in it.`);
  return { events, head, problems };
}

const TRAIL = `
  SELECT rowid AS "seq", "id", "deskId", "actorId", "at", "type", "subjectId", "data", "hash"
  FROM "AuditEvent" WHERE rowid > ? ORDER BY rowid LIMIT ?`;
