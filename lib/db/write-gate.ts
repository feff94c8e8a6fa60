import 'server-only';
import type { Direct } from './direct';
import type { Prisma } from './generated/client';

/** What the work of one write gets: the open transaction and nothing else. */
export type Tx = Prisma.TransactionClient;

/** What the gate needs of the writing connection. */
export type GateConnection = {
  /** Runs `group` inside BEGIN IMMEDIATE ... COMMIT; a throw rolls everything back. */
  readonly transaction: (group: (tx: Tx) => Promise<void>) => Promise<void>;
  readonly direct: () => Direct;
  /** Runs one statement that answers nothing. */
  readonly run: (sql: 'SAVEPOINT work' | 'RELEASE work' | 'ROLLBACK TO work') => void;
  /** Called after each COMMIT, before anybody is answered. */
  readonly committed: () => void;
  /** False once SQLite itself has rolled back, which it does when the disk is full or fails. */
  readonly inTransaction: () => boolean;
};

type Work<Value> = (tx: Tx, direct: Direct) => Promise<Value>;
type Waiting = { readonly work: Work<unknown>; readonly resolve: (value: unknown) => void; readonly reject: (error: unknown) => void };
/** Tells one who waits how it went. Only after the COMMIT: what was answered is on the disk. */
type Answer = () => void;

/** After so many milliseconds, or so many writes, a group takes no further one in and commits. */
const GROUP_MS = 10;
const GROUP_MAX = 50;

/**
 * The gate: one write at a time, in the order they came. Writes that wait share one COMMIT and so one sync to the
 * disk, each in a savepoint of its own: one that throws takes only itself back. All are answered after the COMMIT;
 * when it fails, all of its group fail. ("Group commit", DeWitt et al. 1984, section 3.)
 *
 *     BEGIN   SAVEPOINT a RELEASE   SAVEPOINT b ROLLBACK TO   SAVEPOINT c RELEASE   COMMIT -> a, b (its error), c
 */
export class WriteGate {
  readonly #connection: GateConnection;
  readonly #waiting: Waiting[] = [];
  #working: Promise<void> | null = null;

  constructor(connection: GateConnection) {
    this.#connection = connection;
  }

  pass<Value>(work: Work<Value>): Promise<Value> {
    const answer = new Promise<unknown>((resolve, reject) => this.#waiting.push({ work, resolve, reject }));
    this.#working ??= this.#letIn();
    return answer as Promise<Value>;
  }

  /** Resolves when nobody waits any more. */
  async idle(): Promise<void> {
    while (this.#working !== null) await this.#working;
  }

  async #letIn(): Promise<void> {
    while (this.#waiting.length > 0) await this.#commitGroup();
    this.#working = null;
  }

  async #commitGroup(): Promise<void> {
    const group: Waiting[] = [];
    const answers: Answer[] = [];
    try {
      await this.#connection.transaction(async (tx) => {
        const begun = performance.now();
        do {
          const next = this.#waiting.shift();
          if (next === undefined) break;
          group.push(next);
          answers.push(await this.#runAlone(next, tx));
          // One turn of the event loop, in which requests that have arrived come to the gate.
          if (this.#waiting.length === 0) await new Promise(setImmediate);
        } while (group.length < GROUP_MAX && performance.now() - begun < GROUP_MS);
      });
      if (group.length > 0) this.#connection.committed();
      for (const answer of answers) answer();
    } catch (error) {
      // Without a transaction to begin with (the file is held by another process) everyone who waits is told at once.
      const failed = group.length === 0 ? this.#waiting.splice(0) : group;
      for (const { reject } of failed) reject(error);
    }
  }

  async #runAlone({ work, resolve, reject }: Waiting, tx: Tx): Promise<Answer> {
    const { run, direct, inTransaction } = this.#connection;
    run('SAVEPOINT work');
    try {
      const value = await work(tx, direct());
      run('RELEASE work');
      return () => resolve(value);
    } catch (error) {
      if (!inTransaction()) throw error;
      run('ROLLBACK TO work');
      run('RELEASE work');
      return () => reject(error);
    }
  }
}
