import 'server-only';
import type { AuditEvent } from '@/lib/audit/audit-event';
import { hashOf } from '@/lib/audit/chain';
import { type AppError, appError, Refusal } from '@/lib/kernel/app-error';
import { type Clock, systemClock } from '@/lib/kernel/clock';
import { newId } from '@/lib/kernel/ids';
import { ok, type Result, refused } from '@/lib/kernel/result';
import type { Database } from './database';
import type { Direct } from './direct';
import { toStorageError } from './storage-error';
import { fingerprintOf, fromStored, toStored } from './stored-result';
import type { Tx } from './write-gate';

/** Who writes, on which desk. Every Actor is one. */
export type Writer = { readonly userId: string; readonly name: string; readonly deskId: string };

/** A client's key and what it is used for. */
export type Once = { readonly key: string; readonly action: string; readonly input: unknown };

/** Null for what no signed-in person does: set-up, signing in. */
export type WriteScope = {
  readonly db: Database;
  readonly actor: Writer | null;
  /** The client's key and what it was used for: a retry with the same key and input gets the first answer. */
  readonly once?: Once;
  readonly clock?: Clock;
};

/**
 * A person's write. `permit` asks the permission table again about the row as it stands inside the
 * transaction, since it may have changed after the action's first check.
 */
export type ActorScope<Resource> = WriteScope & {
  readonly actor: Writer;
  readonly permit: (resource: Resource) => AppError | null;
};

/** What a write's work gives back: the value for the caller, and what happened, for the audit trail. */
export type Written<Value> = { readonly value: Value; readonly events: readonly AuditEvent[] };

/**
 * The one way to write. Runs `work` in one transaction together with its audit events and its
 * idempotency key, after every other write. Refusals (thrown as `Refusal` by `refuse`) roll back and
 * are returned; a retry of an applied write returns the first answer and applies nothing.
 */
export async function write<Value>(
  scope: WriteScope,
  work: (tx: Tx, now: Date, direct: Direct) => Promise<Written<Value>>,
): Promise<Result<Value>> {
  const { db, actor, once, clock = systemClock } = scope;
  // Before the gate: nobody waits for the hashing of somebody else's file.
  const fingerprint = once === undefined ? '' : fingerprintOf(once.action, once.input);
  try {
    const value = await db.transact(async (tx, direct) => {
      const now = clock();
      if (once === undefined || actor === null) {
        const written = await work(tx, now, direct);
        recordEvents(direct, written.events, { actor, now });
        return written.value;
      }
      const [applied] = direct.rows<AppliedRow>(APPLIED, [actor.userId, once.key]);
      if (applied !== undefined) return answerOf<Value>(applied, fingerprint);
      const written = await work(tx, now, direct);
      recordEvents(direct, written.events, { actor, now });
      direct.insert('IdempotencyKey', {
        actorId: actor.userId,
        key: once.key,
        fingerprint,
        result: toStored(written.value),
        createdAt: now,
      });
      return written.value;
    });
    return ok(value);
  } catch (error) {
    if (error instanceof Refusal) return refused(error.error);
    const storage = toStorageError(error);
    if (storage !== null) return refused(storage);
    throw error;
  }
}

type AppliedRow = { readonly fingerprint: string; readonly result: string };

const APPLIED = 'SELECT "fingerprint", "result" FROM "IdempotencyKey" WHERE "actorId" = ? AND "key" = ?';

/**
 * The first answer to a write that was applied under this key, or null when there was none. Asked before the
 * permission: having approved a claim, its editor may not approve it again, but may hear that it was done.
 */
export async function findApplied<Value>(db: Database, actor: Writer, once: Once): Promise<Result<Value> | null> {
  const [applied] = await db.rows<AppliedRow>(APPLIED, [actor.userId, once.key]);
  if (applied === undefined) return null;
  return applied.fingerprint === fingerprintOf(once.action, once.input)
    ? ok(fromStored<Value>(applied.result))
    : refused(appError('KEY_REUSED'));
}

function answerOf<Value>({ fingerprint, result }: AppliedRow, wanted: string): Value {
  return fingerprint === wanted ? fromStored<Value>(result) : refuse(appError('KEY_REUSED'));
}

/** Ends a write's work with a reason: nothing is kept. */
export function refuse(error: AppError): never {
  throw new Refusal(error);
}

function recordEvents(
  direct: Direct,
  events: readonly AuditEvent[],
  { actor, now }: { readonly actor: Writer | null; readonly now: Date },
): void {
  if (events.length === 0) return;
  const by = { deskId: actor?.deskId ?? null, actorId: actor?.userId ?? null };
  // No other write runs meanwhile, so what is the last event now is the one before these.
  let hash = direct.rows<{ hash: string }>(LAST_HASH, [])[0]?.hash ?? '';
  for (const { type, subjectId, data } of events) {
    const event = { id: newId(), ...by, type, subjectId, data: JSON.stringify(data) };
    hash = hashOf(hash, { ...event, at: now.getTime() });
    direct.insert('AuditEvent', { ...event, at: now, hash });
  }
}

const LAST_HASH = 'SELECT "hash" FROM "AuditEvent" ORDER BY rowid DESC LIMIT 1';
