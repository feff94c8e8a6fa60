import 'server-only';
import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3';
import type { Database as Sqlite, Statement } from 'better-sqlite3';
import { required } from '@/lib/kernel/assert';
import { type Direct, directSqlite } from './direct';

/**
 * What a connection must be set to, and what SQLite answers when asked. FULL: a commit that was
 * acknowledged survives a power cut (https://sqlite.org/pragma.html#pragma_synchronous).
 */
const WANTED = {
  journal_mode: 'wal',
  synchronous: 2, // FULL
  busy_timeout: 5000, // milliseconds
  foreign_keys: 1,
  trusted_schema: 0,
  secure_delete: 1,
  recursive_triggers: 1, // or INSERT OR REPLACE removes a row past the triggers that keep it
} as const;

type Access = 'read' | 'write';
type Transaction = Awaited<ReturnType<Awaited<ReturnType<PrismaBetterSqlite3['connect']>>['startTransaction']>>;

/**
 * One SQLite connection for Prisma. The adapter leaves synchronous at NORMAL and starts
 * transactions with a plain BEGIN, which can fail half-way when another process writes;
 * so the pragmas are set and read back here, and transactions begin IMMEDIATE.
 */
export class SqliteAdapter extends PrismaBetterSqlite3 {
  readonly #access: Access;
  #direct: Direct | null = null;

  constructor(file: string, access: Access) {
    super({ url: `file:${file}`, fileMustExist: true, readonly: false, timeout: WANTED.busy_timeout });
    this.#access = access;
  }

  override async connect() {
    const adapter = await super.connect();
    const { client } = adapter as unknown as { client: Sqlite };
    setPragmas(client, this.#access);
    const mayRun = () => this.#access === 'read' || client.inTransaction;
    this.#direct = directSqlite({ prepare: client.prepare.bind(client) as Sqlite['prepare'] }, mayRun);
    client.prepare = cachedPrepare(client) as Sqlite['prepare'];
    const start = adapter.startTransaction.bind(adapter);
    // Begun before the adapter takes its lock, which it would never give back if BEGIN failed: one busy
    // moment would end all writing until the next start. The adapter's own BEGIN then does nothing.
    adapter.startTransaction = async (level) => {
      client.exec('BEGIN IMMEDIATE');
      return endWhole(client, await start(level));
    };
    return adapter;
  }

  /** Plain statements on this connection, once Prisma has opened it. */
  get direct(): Direct {
    return required(this.#direct, 'a connection is opened before it is used directly');
  }
}

/** After a COMMIT that failed Prisma only lets go of the transaction, which SQLite has left open, and locked. */
function endWhole(client: Sqlite, transaction: Transaction): Transaction {
  const letGo = transaction.rollback.bind(transaction);
  transaction.rollback = () => {
    if (client.inTransaction) client.exec('ROLLBACK');
    return letGo();
  };
  return transaction;
}

/** How many prepared statements a connection keeps. Prisma's queries are few and come again and again. */
const STATEMENTS_MAX = 500;

/**
 * The adapter prepares every statement anew, which costs about as much as running it. This keeps them:
 * the adapter binds once and runs once, so a kept statement is given its values when it is run.
 */
function cachedPrepare(client: Sqlite): (sql: string) => unknown {
  const prepare = client.prepare.bind(client);
  const kept = new Map<string, Statement<unknown[]>>();
  return (sql) => {
    if (sql === 'BEGIN') return { run: () => undefined };
    let statement = kept.get(sql);
    if (statement === undefined) {
      statement = prepare<unknown[]>(sql);
      if (kept.size >= STATEMENTS_MAX) kept.clear();
      kept.set(sql, statement);
    }
    const { reader } = statement;
    const ready = statement;
    const bind = (values: unknown[]) => ({
      reader,
      run: () => ready.run(...values),
      columns: () => ready.columns(),
      raw: () => ({ all: () => ready.raw(true).all(...values) }),
    });
    return { bind, run: () => ready.run() };
  };
}

/** Sets the pragmas and reads each back; throws when SQLite did not take one. */
function setPragmas(client: Sqlite, access: Access): void {
  const wanted: Record<string, string | number> = access === 'read' ? { ...WANTED, query_only: 1 } : WANTED;
  for (const [name, value] of Object.entries(wanted)) {
    client.pragma(`${name} = ${value}`);
    const got = client.pragma(name, { simple: true });
    const answer = typeof got === 'bigint' ? Number(got) : got;
    if (answer !== value) throw new Error(`SQLite did not take ${name} = ${value}; it answers ${String(answer)}.`);
  }
}
