import { existsSync } from 'node:fs';
import Sqlite from 'better-sqlite3';
import { appError, Refusal } from '@/lib/kernel/app-error';
import { type Migration, readMigrations } from './migrations-folder';

/**
 * Where a database file stands against the migrations of this version. Cheap (two queries, no engine), so
 * that every start can ask. `missing`: no file, or an empty one. `pending`: older than the code.
 */
export type MigrationStatus =
  | { readonly state: 'missing' | 'current' }
  | { readonly state: 'pending'; readonly migrations: readonly string[] }
  | { readonly state: 'refused'; readonly reason: string };

type Applied = { readonly name: string; readonly checksum: string; readonly finished: number };

/** Reads the file, never writes it. Errors of SQLite itself come back as `refused` with a sentence. */
export function findMigrationStatus(file: string, known: readonly Migration[] = readMigrations()): MigrationStatus {
  if (!existsSync(file)) return { state: 'missing' };
  try {
    const db = new Sqlite(file, { readonly: true, fileMustExist: true });
    try {
      return readStatus(db, file, known);
    } finally {
      db.close();
    }
  } catch (error) {
    return { state: 'refused', reason: toSentence(file, error) };
  }
}

/** Throws a Refusal, with what to do, unless the file can be used by this version as it is. */
export function requireCurrentDatabase(file: string): void {
  const status = findMigrationStatus(file);
  if (status.state === 'current') return;
  throw new Refusal(appError('STORAGE', status.state === 'refused' ? status.reason : notMigrated(file, status.state)));
}

function readStatus(db: Sqlite.Database, file: string, known: readonly Migration[]): MigrationStatus {
  const tables = db.prepare<[], { name: string }>(`SELECT name FROM sqlite_schema WHERE type = 'table'`).all();
  if (tables.length === 0) return { state: 'missing' };
  if (!tables.some(({ name }) => name === '_prisma_migrations')) {
    return { state: 'refused', reason: `${file} is not a Hearsay database. Set DATABASE_URL or HEARSAY_DATA to another place.` };
  }
  const applied = db
    .prepare<[], Applied>(
      `SELECT migration_name AS name, checksum, finished_at IS NOT NULL AS finished
       FROM _prisma_migrations WHERE rolled_back_at IS NULL ORDER BY migration_name`,
    )
    .all();
  const reason = findMismatch(applied, known);
  if (reason !== null) return { state: 'refused', reason };
  const names = new Set(applied.map(({ name }) => name));
  const pending = known.filter(({ name }) => !names.has(name)).map(({ name }) => name);
  return pending.length === 0 ? { state: 'current' } : { state: 'pending', migrations: pending };
}

/** Why the database's history is not the beginning of ours; null when it is. */
function findMismatch(applied: readonly Applied[], known: readonly Migration[]): string | null {
  const checksums = new Map(known.map(({ name, checksum }) => [name, checksum]));
  const unknown = applied.findLast(({ name }) => !checksums.has(name));
  if (unknown !== undefined) {
    return `The database was made by a newer Hearsay (migration ${unknown.name}). Use that version, or restore a backup.`;
  }
  const half = applied.find(({ finished }) => !finished);
  if (half !== undefined) return `Migration ${half.name} was applied only in part. Restore a backup made before it.`;
  const changed = applied.find(({ name, checksum }) => checksums.get(name) !== checksum);
  if (changed !== undefined) {
    return `Migration ${changed.name} is not the one this database was made with. Restore the file in prisma/migrations, or a backup.`;
  }
  return null;
}

function notMigrated(file: string, state: 'missing' | 'pending'): string {
  const what = state === 'missing' ? `There is no database at ${file}.` : `The database at ${file} is older than this version of Hearsay.`;
  return `${what} Run: npm run -s hearsay -- migrate`;
}

function toSentence(file: string, error: unknown): string {
  const code = error instanceof Sqlite.SqliteError ? error.code : '';
  if (code === 'SQLITE_NOTADB' || code.startsWith('SQLITE_CORRUPT')) {
    return `${file} is damaged, or is not an SQLite database. Restore a backup, or move it away to start afresh.`;
  }
  if (code.startsWith('SQLITE_CANTOPEN')) return `${file} cannot be opened. Check who may read it and its folder.`;
  throw error;
}
