import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { lostTriggers } from '@/lib/db/lost-triggers';
import { readMigrations } from '@/lib/db/migrations-folder';
import { findMissingSql } from '@/lib/db/schema-diff';

/** npm run db:migration -- <name>: writes what leads from the migrations to prisma/schema.prisma as one more migration. */
const name = process.argv[2] ?? '';
if (!/^[a-z][a-z0-9_]*$/.test(name)) fail('Give the migration a name in lower_case, such as: npm run db:migration -- add_relations');

const schema = await readFile('prisma/schema.prisma', 'utf8');
const migrations = readMigrations();
const sql = await findMissingSql(migrations, schema);
if (sql === null) fail('The migrations and the schema agree: there is nothing to write.');

const time = new Date().toISOString().replace(/\D/g, '').slice(0, 14);
const folder = path.join('prisma/migrations', `${time}_${name}`);
await mkdir(folder, { recursive: true });
const lost = lostTriggers(migrations, sql);
await writeFile(path.join(folder, 'migration.sql'), [sql.trimEnd(), ...lost.map((trigger) => trigger.sql)].join('\n\n').concat('\n'));
process.stdout.write(`Wrote ${folder}/migration.sql. Read it, and add triggers by hand where rows must not change.\n`);
if (lost.length > 0) {
  const names = lost.map((trigger) => trigger.name).join(', ');
  process.stdout.write(
    `It makes tables anew that triggers hang on (${names}), so it creates these again at its end. Other triggers that name such a table stop SQLite from renaming the new one: prefer ALTER TABLE ... ADD COLUMN where it will do.\n`,
  );
}

function fail(reason: string): never {
  process.stderr.write(`${reason}\n`);
  process.exit(1);
}
