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
type Adapter = Awaited<ReturnType<PrismaBetterSqlite3['connect']>>;

/**
 * One SQLite connection for Prisma. The adapter leaves synchronous at NORMAL and starts
 * transactions with a plain BEGIN, which can fail half-way when another process writes;
 * so the pragmas are set and read back here, and transactions begin IMMEDIATE.
 */
export class SqliteAdapter extends PrismaBetterSqlite3 {
  readonly #access: Access;
  #client: Sqlite | null = null;
  #direct: Direct | null = null;

  constructor(file: string, access: Access) {
    super({ url: `file:${file}`, fileMustExist: true, readonly: false, timeout: WANTED.busy_timeout });
    this.#access = access;
  }

  override async connect() {
    const adapter = await super.connect();
    const { client } = adapter as unknown as { client: Sqlite };
    setPragmas(client, this.#access);
    this.#client = client;
    const mayRun = () => this.#access === 'read' || client.inTransaction;
    this.#direct = directSqlite({ prepare: client.prepare.bind(client) as Sqlite['prepare'] }, mayRun);
    client.prepare = cachedPrepare(client, this.#access) as Sqlite['prepare'];
    adapter.getConnectionInfo = () => ({ maxBindValues: BIND_MAX, supportsRelationJoins: false });
    if (this.#access === 'write') beginFirst(adapter, client);
    return adapter;
  }

  /** Runs one statement that answers nothing. */
  run(sql: string): void {
    required(this.#client, 'a connection is opened before it is used').exec(sql);
  }

  get inTransaction(): boolean {
    return this.#client?.inTransaction ?? false;
  }

  /** Plain statements on this connection, once Prisma has opened it. */
  get direct(): Direct {
    return required(this.#direct, 'a connection is opened before it is used directly');
  }
}

/** How many values SQLite binds in one statement (SQLITE_MAX_VARIABLE_NUMBER). Prisma thinks 999 and cuts longer lists in pieces. */
const BIND_MAX = 32_766;

/**
 * Begins before the adapter takes its lock, which it would never give back if BEGIN failed: one busy moment would end all
 * writing until the next start. And ends what a failed COMMIT leaves: Prisma then only lets go of the transaction, which
 * SQLite has kept open, and locked.
 */
function beginFirst(adapter: Adapter, client: Sqlite): void {
  const start = adapter.startTransaction.bind(adapter);
  adapter.startTransaction = async (level) => {
    client.exec('BEGIN IMMEDIATE');
    const transaction = await start(level);
    const letGo = transaction.rollback.bind(transaction);
    transaction.rollback = () => {
      if (client.inTransaction) client.exec('ROLLBACK');
      return letGo();
    };
    return transaction;
  };
}

/** How many prepared statements a connection keeps, and how long one may be: Prisma's queries are few and come again and again, but for those with a long list of ids. */
const STATEMENTS_MAX = 500;
const STATEMENT_LENGTH_MAX = 5000;

/** What a statement that is not to be run answers. */
const NOTHING = { reader: false, bind: () => NOTHING, run: () => ({ changes: 0 }) };

/**
 * Statements that are left out. The writer's BEGIN has been run by `beginFirst`. The reader has no transactions: Prisma opens
 * one around a read it cuts in pieces, and all requests share the connection, so it would hold every one of them to its moment.
 */
const LEFT_OUT: Readonly<Record<Access, readonly string[]>> = { read: ['BEGIN', 'COMMIT', 'ROLLBACK'], write: ['BEGIN'] };

/**
 * The adapter prepares every statement anew, which costs about as much as running it. This keeps them:
 * the adapter binds once and runs once, so a kept statement is given its values when it is run.
 */
function cachedPrepare(client: Sqlite, access: Access): (sql: string) => unknown {
  const prepare = client.prepare.bind(client);
  const kept = new Map<string, Statement<unknown[]>>();
  return (sql) => {
    if (LEFT_OUT[access].includes(sql)) return NOTHING;
    const statement = kept.get(sql) ?? prepare<unknown[]>(sql);
    if (!kept.has(sql) && sql.length <= STATEMENT_LENGTH_MAX) {
      if (kept.size >= STATEMENTS_MAX) kept.clear();
      kept.set(sql, statement);
    }
    const bind = (values: unknown[]) => ({
      reader: statement.reader,
      run: () => statement.run(...values),
      columns: () => statement.columns(),
      raw: () => ({ all: () => statement.raw(true).all(...values) }),
    });
    return { bind, run: () => statement.run() };
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
