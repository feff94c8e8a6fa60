import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import Sqlite from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import { standingTriggers } from '@/lib/db/lost-triggers';
import { migrateDatabase } from '@/lib/db/migrate';
import { findMigrationStatus, requireCurrentDatabase } from '@/lib/db/migration-status';
import { type Migration, readMigrations } from '@/lib/db/migrations-folder';
import { findMissingSql } from '@/lib/db/schema-diff';
import { useDatabase } from '../use-database';

function makeFile(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'hearsay-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return path.join(folder, 'data', 'hearsay.db');
}

function makeMigration(name: string, sql: string): Migration {
  return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
}

function inside<Value>(file: string, work: (db: Sqlite.Database) => Value): Value {
  const db = new Sqlite(file);
  try {
    return work(db);
  } finally {
    db.close();
  }
}

const NOTES = makeMigration(
  '20270101000000_notes',
  'CREATE TABLE "Note" ("id" TEXT NOT NULL PRIMARY KEY);\nINSERT INTO "Note" VALUES (\'n1\');',
);
const BROKEN = makeMigration('20270102000000_broken', 'CREATE TABLE "Half" ("id" TEXT);\nINSERT INTO "Nowhere" VALUES (1);');

describe('the migrations', () => {
  const schema = readFileSync('prisma/schema.prisma', 'utf8');

  it('agree with prisma/schema.prisma', async () => {
    expect(await findMissingSql(readMigrations(), schema), 'run: npm run db:migration -- <name>').toBeNull();
  });

  it('leave every trigger they created standing, also of tables that a later one makes anew', async () => {
    const { db } = await useDatabase();
    const rows = await db.rows<{ name: string }>(`SELECT "name" FROM "sqlite_schema" WHERE "type" = 'trigger' ORDER BY "name"`, []);
    const wanted = standingTriggers(readMigrations()).map(({ name }) => name);
    expect(wanted.length).toBeGreaterThan(15);
    expect(rows.map(({ name }) => name)).toEqual([...wanted].sort());
  });

  it('are found wanting when the schema has a table more', async () => {
    const missing = await findMissingSql(readMigrations(), `${schema}\nmodel Extra {\n  id String @id\n}\n`);
    expect(missing).toContain('CREATE TABLE "Extra"');
  });
});

describe('migrateDatabase', () => {
  it('makes a database that only its owner can read, and records each migration as Prisma does', async () => {
    const file = makeFile();
    expect(findMigrationStatus(file)).toEqual({ state: 'missing' });
    const names = readMigrations().map(({ name }) => name);
    expect(await migrateDatabase(file)).toEqual(names);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(findMigrationStatus(file)).toEqual({ state: 'current' });
    const rows = inside(file, (db) => db.prepare('SELECT * FROM _prisma_migrations ORDER BY migration_name').all());
    expect(rows).toMatchObject(
      readMigrations().map(({ name, checksum }) => ({
        migration_name: name,
        checksum,
        applied_steps_count: 1,
        rolled_back_at: null,
        logs: null,
      })),
    );
  });

  it('does nothing to a database that is up to date', async () => {
    const file = makeFile();
    await migrateDatabase(file);
    const before = readFileSync(file);
    expect(await migrateDatabase(file)).toEqual([]);
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  it('copies an older database before it changes it, and says where', async () => {
    const file = makeFile();
    await migrateDatabase(file);
    inside(file, (db) => db.exec(`INSERT INTO "Desk" VALUES ('d1', 'Desk', '2027-01-01')`));
    const known = [...readMigrations(), NOTES];
    expect(findMigrationStatus(file, known)).toEqual({ state: 'pending', migrations: [NOTES.name] });

    const told: string[] = [];
    expect(await migrateDatabase(file, { migrations: known, tell: (line) => told.push(line) })).toEqual([NOTES.name]);
    const copy = path.join(path.dirname(file), 'backups', `before-${NOTES.name}.db`);
    expect(told).toEqual([`Kept a copy of the database as it was: ${copy}`]);
    expect(statSync(copy).mode & 0o777).toBe(0o600);
    expect(findMigrationStatus(copy)).toEqual({ state: 'current' });
    expect(inside(copy, (db) => db.prepare('SELECT name FROM "Desk"').pluck().all())).toEqual(['Desk']);
    expect(inside(file, (db) => db.prepare('SELECT id FROM "Note"').pluck().all())).toEqual(['n1']);
  });

  it('applies all migrations or none', async () => {
    const file = makeFile();
    await migrateDatabase(file);
    const known = [...readMigrations(), NOTES, BROKEN];
    await expect(migrateDatabase(file, { migrations: known, tell: () => undefined })).rejects.toThrow(/Nowhere/);
    expect(findMigrationStatus(file)).toEqual({ state: 'current' });
    const tables = inside(file, (db) => db.prepare(`SELECT name FROM sqlite_schema WHERE name IN ('Note', 'Half')`).all());
    expect(tables).toEqual([]);
  });

  it('leaves no file behind when a new database cannot be made', async () => {
    const file = makeFile();
    await expect(migrateDatabase(file, { migrations: [BROKEN] })).rejects.toThrow(/Nowhere/);
    expect(existsSync(file)).toBe(false);
    expect(readdirSync(path.dirname(file))).toEqual([]);
  });

  it('refuses a migration that breaks a foreign key', async () => {
    const file = makeFile();
    const orphan = makeMigration(
      '20270103000000_orphan',
      `INSERT INTO "Membership" ("deskId", "userId", "role", "createdAt") VALUES ('nobody', 'nobody', 'admin', '2027-01-01');`,
    );
    await migrateDatabase(file);
    await expect(migrateDatabase(file, { migrations: [...readMigrations(), orphan], tell: () => undefined })).rejects.toThrow(
      /foreign key/,
    );
    expect(findMigrationStatus(file)).toEqual({ state: 'current' });
  });

  it('lets two processes that start at once find one database', async () => {
    const file = makeFile();
    const migrate = () =>
      promisify(execFile)(process.execPath, ['--conditions=react-server', '--import', 'tsx', 'lib/cli/main.ts', '--json', 'migrate'], {
        env: { ...process.env, DATABASE_URL: `file:${file}` },
      });
    const answers = await Promise.all([migrate(), migrate(), migrate()]);
    const applied = answers.flatMap(({ stdout }) => (JSON.parse(stdout) as { applied: string[] }).applied);
    expect(applied).toEqual(readMigrations().map(({ name }) => name));
    expect(findMigrationStatus(file)).toEqual({ state: 'current' });
  });
});

describe('findMigrationStatus', () => {
  async function makeDatabase(): Promise<string> {
    const file = makeFile();
    await migrateDatabase(file);
    return file;
  }

  it('takes an empty file for a missing database', () => {
    const file = path.join(path.dirname(path.dirname(makeFile())), 'empty.db');
    writeFileSync(file, '');
    expect(findMigrationStatus(file)).toEqual({ state: 'missing' });
  });

  it('refuses a database of a newer Hearsay', async () => {
    const file = await makeDatabase();
    await migrateDatabase(file, { migrations: [...readMigrations(), NOTES], tell: () => undefined });
    const status = findMigrationStatus(file);
    expect(status).toEqual({
      state: 'refused',
      reason: `The database was made by a newer Hearsay (migration ${NOTES.name}). Use that version, or restore a backup.`,
    });
    await expect(migrateDatabase(file)).rejects.toThrow(/made by a newer Hearsay/);
    expect(() => requireCurrentDatabase(file)).toThrow(/made by a newer Hearsay/);
  });

  it('refuses a database made with a migration that was changed since', async () => {
    const file = await makeDatabase();
    const [first, ...rest] = readMigrations();
    const changed = [{ ...(first as Migration), checksum: 'something else' }, ...rest];
    expect(findMigrationStatus(file, changed)).toMatchObject({
      state: 'refused',
      reason: expect.stringMatching(/is not the one this database was made with/),
    });
  });

  it('refuses a database whose migration did not finish', async () => {
    const file = await makeDatabase();
    inside(file, (db) => db.exec('UPDATE _prisma_migrations SET finished_at = NULL'));
    expect(findMigrationStatus(file)).toMatchObject({ state: 'refused', reason: expect.stringMatching(/applied only in part/) });
  });

  it('refuses a database of another program, and a file that is none', async () => {
    const file = makeFile();
    const folder = path.dirname(path.dirname(file));
    const other = path.join(folder, 'other.db');
    inside(other, (db) => db.exec('CREATE TABLE cookies (id)'));
    expect(findMigrationStatus(other)).toMatchObject({ state: 'refused', reason: expect.stringMatching(/is not a Hearsay database/) });
    const text = path.join(folder, 'text.db');
    writeFileSync(text, 'Dear diary. '.repeat(100));
    expect(findMigrationStatus(text)).toMatchObject({
      state: 'refused',
      reason: expect.stringMatching(/is damaged, or is not an SQLite database/),
    });
  });

  it('tells the command line what to run', async () => {
    const file = makeFile();
    expect(() => requireCurrentDatabase(file)).toThrow(`There is no database at ${file}. Run: npm run -s hearsay -- migrate`);
  });
});
