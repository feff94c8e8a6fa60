import 'server-only';
import { closeSync, existsSync, openSync, rmSync, statSync } from 'node:fs';
import Sqlite from 'better-sqlite3';
import { appError, Refusal } from '@/lib/kernel/app-error';

/**
 * Copies the database into a new file while others use it (SQLite's online backup), readable by its owner only.
 * Returns its size in bytes. Throws a Refusal when there is nothing to copy or no place for it; then no file is left.
 */
export async function backupDatabase(databaseFile: string, target: string): Promise<number> {
  if (!existsSync(databaseFile)) throw new Refusal(appError('NOT_FOUND', `There is no database at ${databaseFile}.`));
  create(target);
  const source = new Sqlite(databaseFile, { readonly: true, fileMustExist: true });
  try {
    await source.backup(target);
  } catch (error) {
    rmSync(target, { force: true });
    throw error;
  } finally {
    source.close();
  }
  return statSync(target).size;
}

/** An empty file in the backup's place, for its owner only from the first moment. */
function create(target: string): void {
  try {
    closeSync(openSync(target, 'wx', 0o600));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST')
      throw new Refusal(appError('INVALID', `${target} exists already. Choose another name; nothing was overwritten.`));
    throw new Refusal(appError('INVALID', `${target} cannot be written (${code ?? 'unknown error'}). Choose another place.`));
  }
}
