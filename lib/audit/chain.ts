import { createHash } from 'node:crypto';

/** An event as its row has it, apart from its hash. `at` in ms. */
export type ChainedEvent = {
  readonly id: string;
  readonly deskId: string | null;
  readonly actorId: string | null;
  readonly at: number;
  readonly type: string;
  readonly subjectId: string;
  readonly data: string;
};

/**
 * The hash of an event: SHA-256, in hex, of the hash before it and of all it says. So nobody can change, put in or take out an
 * event without every later hash being another; whoever noted the last one elsewhere (`hearsay verify` prints it) can tell
 * whether the trail they see goes on from there (Haber and Stornetta, "How to Time-Stamp a Digital Document", 1991).
 */
export function hashOf(previous: string, { id, deskId, actorId, at, type, subjectId, data }: ChainedEvent): string {
  return createHash('sha256')
    .update(JSON.stringify([previous, id, deskId, actorId, at, type, subjectId, data]))
    .digest('hex');
}
