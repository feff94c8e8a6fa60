import { describe, expect, it } from 'vitest';
import { toStorageError } from '@/lib/db/storage-error';

function failure(message: string, code?: string, cause?: unknown): Error {
  return Object.assign(new Error(message, { cause }), code === undefined ? {} : { code });
}

describe('a failure of the database itself', () => {
  it.each([
    ['full disk, told by the driver', failure('database or disk is full', 'SQLITE_FULL'), 'disk is full'],
    ['full disk, told by Prisma', failure('Query failed', 'P2039', failure('database or disk is full')), 'disk is full'],
    ['full disk, told by the operating system', failure('ENOSPC: no space left on device, write', 'ENOSPC'), 'disk is full'],
    ['full disk, three causes deep', failure('a', undefined, failure('b', undefined, { code: 'SQLITE_FULL' })), 'disk is full'],
    ['lock, told by the driver', failure('database is locked', 'SQLITE_BUSY'), 'busy'],
    ['lock, told by Prisma', failure('Operation has timed out', 'P1008'), 'busy'],
    ['transaction that never began', failure('Unable to start a transaction in the given time.', 'P2028'), 'busy'],
    ['read-only file', failure('attempt to write a readonly database', 'SQLITE_READONLY'), 'could not store'],
    ['failing disk', failure('disk I/O error', 'SQLITE_IOERR_WRITE'), 'could not store'],
  ])('is a STORAGE refusal: %s', (_what, error, words) => {
    expect(toStorageError(error)).toMatchObject({ code: 'STORAGE', message: expect.stringContaining(words) });
  });

  it.each([
    ['a bug', new TypeError('undefined is not a function')],
    ['a broken rule', new Error('Broken rule: a claim has a span')],
    ['a unique key taken', failure('Unique constraint failed', 'P2002')],
    ['a trigger that refused', failure('A revision never changes.', 'SQLITE_CONSTRAINT_TRIGGER')],
    ['text', 'SQLITE_FULL'],
    ['nothing', null],
    ['nothing at all', undefined],
  ])('is not %s', (_what, error) => {
    expect(toStorageError(error)).toBeNull();
  });
});
