import 'server-only';
import { existsSync } from 'node:fs';
import { chmod, stat } from 'node:fs/promises';
import Sqlite from 'better-sqlite3';
import { appError, Refusal } from '@/lib/kernel/app-error';

/** Copies the database into a new file while others use it (SQLite's online backup), readable by its owner only. Returns its size in bytes. */
export async function backupDatabase(databaseFile: string, target: string): Promise<number> {
  if (existsSync(target)) throw new Refusal(appError('INVALID', `${target} exists already. Choose another name; nothing was overwritten.`));
  const source = new Sqlite(databaseFile, { readonly: true, fileMustExist: true });
  try {
    await source.backup(target);
  } finally {
    source.close();
  }
  await chmod(target, 0o600);
  return (await stat(target)).size;
}
