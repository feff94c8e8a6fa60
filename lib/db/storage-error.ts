import { type AppError, appError } from '@/lib/kernel/app-error';

/** The parts of a Prisma or driver error that tell what happened. */
type Shape = { code?: unknown; message?: unknown; cause?: unknown };

/**
 * The refusal for a failure of the database itself: full disk, lock held too long, read-only
 * file. Null for anything else, which is a bug and is thrown on. Prisma reports a full disk as
 * P2039, or inside a transaction as a bare DriverAdapterError, so the text is read too.
 */
export function toStorageError(error: unknown): AppError | null {
  const texts: string[] = [];
  for (let at: Shape | undefined = asShape(error); at !== undefined; at = asShape(at.cause)) {
    texts.push(`${String(at.code ?? '')} ${String(at.message ?? '')}`);
  }
  const text = texts.join('\n');
  if (/SQLITE_FULL|disk is full|ENOSPC/i.test(text)) {
    return appError('STORAGE', 'The disk is full. Nothing was changed; free some space and try again.');
  }
  if (/SQLITE_BUSY|database is locked|SocketTimeout|P1008|P2028/i.test(text)) {
    return appError('STORAGE', 'The database is busy. Nothing was changed; try again.');
  }
  return /SQLITE_READONLY|readonly database|SQLITE_IOERR|disk I\/O error|SQLITE_CANTOPEN|P2039/i.test(text) ? appError('STORAGE') : null;
}

function asShape(value: unknown): Shape | undefined {
  return typeof value === 'object' && value !== null ? (value as Shape) : undefined;
}
