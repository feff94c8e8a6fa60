import { createRequire } from 'node:module';
import path from 'node:path';
import { Refusal } from '../setup/refusal.mjs';
import { fromRoot } from '../setup/root.mjs';
import { runNode } from '../setup/run.mjs';
import { TYPESCRIPT } from '../setup/tool.mjs';

// Imported only after the dependencies are installed.
const require = createRequire(import.meta.url);

/**
 * Keeps a second server from the same data folder. The lock is SQLite's on an empty file, so the
 * operating system itself gives it back, however this process ends. Returns what releases it.
 */
export function lockDataFolder(folder) {
  const Sqlite = require('better-sqlite3');
  const lock = new Sqlite(path.join(folder, 'server.lock'), { timeout: 0 });
  try {
    lock.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    if (!String(error.code).startsWith('SQLITE_BUSY')) throw error;
    throw new Refusal(
      `Another Hearsay server is using the data folder ${folder}. Stop it first, or choose another folder with HEARSAY_DATA.`,
    );
  }
  return () => lock.close();
}

/** What there is to do with the database, by a look that costs milliseconds: 'current', 'set up' or 'migrate'. Refuses what cannot be used. */
export async function inspectDatabase(file) {
  const { tsImport } = await import('tsx/esm/api');
  const { findMigrationStatus } = await tsImport(fromRoot('lib/db/migration-status.ts'), import.meta.url);
  const status = findMigrationStatus(file);
  if (status.state === 'refused') throw new Refusal(status.reason);
  if (status.state === 'missing') return 'set up';
  if (status.state === 'pending') return 'migrate';
  return hasUsers(file) ? 'current' : 'set up';
}

/** Migrates, and in a new database makes the accounts and the sample workspace. Returns what is to be told. */
export async function setUpDatabase() {
  const done = await runNode([...TYPESCRIPT, 'lib/cli/main.ts', 'setup']);
  if (done.code !== 0) throw new Refusal(done.err.trim() || `The database could not be set up (${done.signal ?? done.code}).`);
  return `${done.err}${done.out}`.trim();
}

function hasUsers(file) {
  const Sqlite = require('better-sqlite3');
  const db = new Sqlite(file, { readonly: true, fileMustExist: true });
  try {
    return db.prepare('SELECT EXISTS (SELECT 1 FROM "User")').pluck().get() === 1;
  } finally {
    db.close();
  }
}
