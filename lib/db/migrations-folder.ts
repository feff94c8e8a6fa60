import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** One step of the database's shape. `checksum` is what Prisma records: SHA-256 (hex) of the file. */
export type Migration = { readonly name: string; readonly sql: string; readonly checksum: string };

/** The migrations this version of Hearsay knows, oldest first. */
export function readMigrations(folder: string = path.resolve('prisma/migrations')): readonly Migration[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
    .map((name) => {
      const sql = readFileSync(path.join(folder, name, 'migration.sql'), 'utf8');
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    });
}
