import 'server-only';
import type { Database } from '@/lib/db/database';
import { appError } from '@/lib/kernel/app-error';
import { type Result, refused } from '@/lib/kernel/result';
import type { Actor } from '@/lib/permissions/roles';

/** Does one write of a batch in somebody's name. Never throws. */
export type BatchedWrite<Answer> = (actor: Actor, db: Database, raw: unknown) => Promise<Result<Answer>>;

/** As it came, unchecked but for its kind. */
export type RawWrite = { readonly kind: string } & Readonly<Record<string, unknown>>;

/** Which writes build on which: told of some, each with a mark, says whether another builds on one of them, and with which marks. */
type Block<Mark> = {
  readonly add: (write: RawWrite, mark: Mark) => void;
  readonly stops: (write: RawWrite) => boolean;
  readonly marks: (write: RawWrite) => readonly Mark[];
};

export type Batch<Answer> = {
  readonly kinds: Readonly<Record<string, BatchedWrite<Answer>>>;
  readonly createBlock: <Mark>() => Block<Mark>;
  readonly actor: Actor;
  readonly db: Database;
};

/**
 * Does the writes so that they come to the write gate in their order, where those that wait together share a COMMIT. One that
 * builds on an earlier one comes once that is on the disk. The answers are in the order of the writes.
 */
export async function answerInOrder<Answer>(
  writes: readonly RawWrite[],
  { kinds, createBlock, actor, db }: Batch<Answer>,
): Promise<readonly Result<Answer>[]> {
  const answers: Promise<Result<Answer>>[] = [];
  const failed = createBlock<void>();
  const begun = createBlock<Promise<Result<Answer>>>();
  for (const write of writes) {
    // Built on an earlier one: that has to be on the disk first, where the permission is asked about it.
    await Promise.all(begun.marks(write));
    if (failed.stops(write)) {
      answers.push(Promise.resolve(refused(appError('NOT_TRIED'))));
      failed.add(write);
      continue;
    }
    const { kind, ...input } = write;
    const run = Object.hasOwn(kinds, kind) ? kinds[kind] : undefined;
    if (run === undefined) {
      answers.push(Promise.resolve(refused(appError('INVALID', 'There is no such kind of write.'))));
      failed.add(write);
      continue;
    }
    const gate = watchGate(db);
    const answer = run(actor, gate.db, input).then((result) => {
      if (!result.ok) failed.add(write);
      return result;
    });
    answers.push(answer);
    begun.add(write, answer);
    await Promise.race([gate.entered, answer]);
  }
  return Promise.all(answers);
}

/** The database, and when a write that was given it stands at the gate: the next one may come behind it. */
function watchGate(db: Database): { readonly db: Database; readonly entered: Promise<void> } {
  let resolve = () => {};
  const entered = new Promise<void>((enter) => {
    resolve = enter;
  });
  return {
    db: {
      ...db,
      transact: (work) => {
        resolve();
        return db.transact(work);
      },
    },
    entered,
  };
}
