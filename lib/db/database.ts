import 'server-only';
import { getEnv } from '@/lib/env';
import type { Direct } from './direct';
import { PrismaClient } from './generated/client';
import { settleAll } from './settle';
import { SqliteAdapter } from './sqlite-adapter';
import { type Tx, WriteGate } from './write-gate';

/** What reads go through: its own connection, which SQLite itself holds to reading (query_only). */
export type Reader = Omit<PrismaClient, '$transaction' | '$executeRaw' | '$executeRawUnsafe'>;

/**
 * An open database. Reads and writes never share a connection, and there is no way to write
 * but `transact`: the SQLite adapter lets a plain write slip into another request's open
 * transaction and so loses it when that one rolls back (docs/decisions/0003-write-gate.md).
 */
export type Database = {
  readonly read: Reader;
  /** Plain SELECTs on the reading connection (lib/db/direct.ts says when). */
  rows<Row>(sql: string, values: Parameters<Direct['rows']>[1]): Promise<readonly Row[]>;
  /**
   * Runs `work` alone, inside BEGIN IMMEDIATE ... COMMIT. A throw takes back what this work did. Writers queue, and those
   * that wait commit together (write-gate.ts).
   */
  transact<Value>(work: (tx: Tx, direct: Direct) => Promise<Value>): Promise<Value>;
  /** Calls back after each commit of this process, whatever was written. Returns how to stop. */
  onCommit(listener: () => void): () => void;
  close(): Promise<void>;
};

/** How long one group of writes may take before it is rolled back, in milliseconds. */
const WRITE_TIMEOUT = 30_000;

/** Opens an existing, migrated database file. */
export function openDatabase(file: string): Database {
  const reading = new SqliteAdapter(file, 'read');
  const writing = new SqliteAdapter(file, 'write');
  const reader = new PrismaClient({ adapter: reading });
  const writer = new PrismaClient({ adapter: writing });
  const listeners = new Set<() => void>();
  const gate = new WriteGate({
    transaction: (group) => writer.$transaction(group, { maxWait: WRITE_TIMEOUT, timeout: WRITE_TIMEOUT }),
    direct: () => writing.direct,
    run: (sql) => writing.run(sql),
    committed: () => {
      for (const listener of listeners) listener();
    },
    inTransaction: () => writing.inTransaction,
  });
  return {
    read: reader,
    rows: async (sql, values) => {
      await reader.$connect();
      return reading.direct.rows(sql, values);
    },
    transact: (work) =>
      gate.pass(async (tx, direct) => {
        const value = await work(tx, direct);
        await settleAll(direct);
        return value;
      }),
    onCommit: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: async () => {
      await gate.idle();
      await writer.$disconnect();
      await reader.$disconnect();
    },
  };
}

// Next loads this module once per bundle; the gate must be one per process, so it lives on globalThis.
const shared = globalThis as { hearsayDatabase?: Database };

/** The process's database. */
export function getDatabase(): Database {
  shared.hearsayDatabase ??= openDatabase(getEnv().databaseFile);
  return shared.hearsayDatabase;
}
