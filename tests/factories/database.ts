import { createHash, randomUUID } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { copyFile, mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Database, openDatabase } from '@/lib/db/database';
import type { Clock } from '@/lib/kernel/clock';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const MIGRATIONS = path.join(ROOT, 'prisma/migrations');

/** A real, migrated, empty SQLite file in a folder of its own, opened as the server opens it. */
export type TestDatabase = {
  readonly db: Database;
  readonly file: string;
  readonly folder: string;
  /** Closes the database and removes its folder. Safe to call after the test closed it itself. */
  remove(): Promise<void>;
};

export async function createTestDatabase(): Promise<TestDatabase> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'hearsay-test-'));
  const file = path.join(folder, 'hearsay.db');
  await copyFile(await templateFile(), file);
  const db = openDatabase(file);
  const remove = async () => {
    await db.close();
    await rm(folder, { recursive: true, force: true });
  };
  return { db, file, folder, remove };
}

/**
 * A migrated file to copy. Migrating takes some 300 ms and copying 1 ms, so it is done once for each
 * content of prisma/migrations and kept beside the other build caches.
 */
async function templateFile(): Promise<string> {
  const cache = path.join(ROOT, 'node_modules/.cache/hearsay-test');
  const template = path.join(cache, `${migrationsHash()}.db`);
  if (existsSync(template)) return template;
  await mkdir(cache, { recursive: true });
  // Test workers may do this at the same time; each makes its own and the last rename wins.
  const own = path.join(cache, `${randomUUID()}.db`);
  const { migrateDatabase } = await import('@/lib/db/migrate');
  await migrateDatabase(own);
  await rename(own, template);
  return template;
}

function migrationsHash(): string {
  const hash = createHash('sha256');
  const files = readdirSync(MIGRATIONS, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.sql'));
  for (const name of files.sort())
    hash
      .update(name)
      .update('\0')
      .update(readFileSync(path.join(MIGRATIONS, name)));
  return hash.digest('hex').slice(0, 16);
}

/** A clock that only moves when told to, or by `step` milliseconds each time it is read. */
export function createClock(start = '2026-03-01T09:00:00.000Z', step = 0): Clock & { advance(milliseconds: number): void } {
  let now = new Date(start).getTime();
  const clock = () => {
    const read = new Date(now);
    now += step;
    return read;
  };
  return Object.assign(clock, {
    advance: (milliseconds: number) => {
      now += milliseconds;
    },
  });
}
