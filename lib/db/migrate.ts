import 'server-only';
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, rmSync } from 'node:fs';
import path from 'node:path';
import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3';
import Sqlite from 'better-sqlite3';
import { appError, Refusal } from '@/lib/kernel/app-error';
import { assert } from '@/lib/kernel/assert';
import { findMigrationStatus } from './migration-status';
import { type Migration, readMigrations } from './migrations-folder';
import { applyMigrations, withSchemaEngine } from './schema-engine';
import { toStorageError } from './storage-error';

/** How long to wait for another process that migrates the same file, in milliseconds. */
const LOCK_WAIT = 30_000;

/**
 * Brings a database file to this version, making it (mode 0600) where it is missing, and returns the
 * names of the migrations applied. All of them apply, or none: they run in one transaction. A database
 * that exists is copied first, to backups/before-<migration>.db beside it; `tell` hears where.
 * Throws a Refusal when the file is newer, changed, damaged, or cannot be written.
 */
export async function migrateDatabase(
  file: string,
  { migrations = readMigrations(), tell = tellOnStderr }: { migrations?: readonly Migration[]; tell?: (line: string) => void } = {},
): Promise<readonly string[]> {
  const status = findMigrationStatus(file, migrations);
  if (status.state === 'current') return [];
  if (status.state === 'refused') throw new Refusal(appError('STORAGE', status.reason));
  const made = create(file);
  try {
    if (status.state === 'pending') tell(`Kept a copy of the database as it was: ${copyAway(file, status.migrations[0] ?? '')}`);
    return await applyInOneTransaction(file, migrations);
  } catch (error) {
    if (made) for (const ending of ['', '-wal', '-shm']) rmSync(`${file}${ending}`, { force: true });
    const refusal = toStorageError(error);
    throw refusal === null ? error : new Refusal(refusal);
  }
}

/** A connection whose every statement belongs to one transaction, opened at once so that a second starter waits. */
class MigratingAdapter extends PrismaBetterSqlite3 {
  #client: Sqlite.Database | null = null;

  override async connect() {
    const adapter = await super.connect();
    const { client } = adapter as unknown as { client: Sqlite.Database };
    this.#client = client;
    // Rebuilding a table drops it for a moment, which SQLite only allows with foreign keys off, and the
    // pragma does nothing inside a transaction. What they protect is checked before the commit.
    client.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = OFF; BEGIN IMMEDIATE');
    return adapter;
  }

  commit(): void {
    const broken = this.#client?.pragma('foreign_key_check') as readonly unknown[];
    assert(broken.length === 0, `a migration keeps every foreign key whole (${broken.length} are broken)`);
    this.#client?.exec('COMMIT');
  }

  close(): void {
    if (this.#client?.inTransaction) this.#client.exec('ROLLBACK');
    this.#client?.close();
  }
}

async function applyInOneTransaction(file: string, migrations: readonly Migration[]): Promise<readonly string[]> {
  const adapter = new MigratingAdapter({ url: file, fileMustExist: true, timeout: LOCK_WAIT });
  try {
    const applied = await withSchemaEngine(adapter, (engine) => applyMigrations(engine, migrations));
    adapter.commit();
    return applied;
  } finally {
    adapter.close();
  }
}

function tellOnStderr(line: string): void {
  process.stderr.write(`${line}\n`);
}

/**
 * Makes an empty file only its owner can read; SQLite gives its companions (-wal, -shm) the same mode.
 * Returns whether it was missing.
 */
function create(file: string): boolean {
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  const missing = !existsSync(file);
  closeSync(openSync(file, 'a', 0o600));
  return missing;
}

/** Copies the database as it is now into a new file and returns its path. */
function copyAway(file: string, migration: string): string {
  const folder = path.join(path.dirname(file), 'backups');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const copy = findFreeName(path.join(folder, `before-${migration}`));
  const handle = openSync(copy, 'wx', 0o600); // VACUUM INTO fills an empty file and keeps its mode
  const db = new Sqlite(file, { fileMustExist: true });
  try {
    db.prepare('VACUUM INTO ?').run(copy);
    fsyncSync(handle);
  } finally {
    db.close();
    closeSync(handle);
  }
  return copy;
}

function findFreeName(stem: string): string {
  for (let attempt = 1; ; attempt++) {
    const name = attempt === 1 ? `${stem}.db` : `${stem}-${attempt}.db`;
    if (!existsSync(name)) return name;
  }
}
