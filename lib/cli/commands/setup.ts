import 'server-only';
import { existsSync, renameSync, rmSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Command } from 'commander';
import { createDesk, createUser } from '@/lib/auth/mutations';
import { bringQueueUpToDate } from '@/lib/claims/queue/mutations';
import { bringTallyUpToDate } from '@/lib/claims/tally/mutations';
import type { Database } from '@/lib/db/database';
import { migrateDatabase } from '@/lib/db/migrate';
import { getEnv } from '@/lib/env';
import { appError, Refusal } from '@/lib/kernel/app-error';
import { assert } from '@/lib/kernel/assert';
import type { Actor, Role } from '@/lib/permissions/roles';
import { loadSample } from '@/lib/sample/mutations';
import { bringSearchUpToDate } from '@/lib/search/mutations';
import { unwrap } from '../cli-error';
import { withDatabase } from '../context';
import { print } from '../print';
import { randomPassword } from './accounts';

const ACCOUNTS: readonly { readonly role: Role; readonly name: string; readonly email: string }[] = [
  { role: 'checker', name: 'Cleo Checker', email: 'checker@hearsay.local' },
  { role: 'editor', name: 'Edith Editor', email: 'editor@hearsay.local' },
  { role: 'admin', name: 'Ada Admin', email: 'admin@hearsay.local' },
];

/** setup, sample: what `npm start` runs on its first start. */
export function addSetupCommands(program: Command): void {
  program
    .command('setup')
    .description('migrate, and in a new database make the desk, three accounts and the sample workspace')
    .action(async (_options, command: Command) => {
      const made = await setUp();
      if (made === null) print(command, { created: false }, 'The database is set up already.');
      else print(command, { created: true, ...made }, `Accounts (also in ${made.file}):\n${made.lines.join('\n')}`);
    });

  program
    .command('sample')
    .description('load the sample workspace into an empty database')
    .action(async (_options, command: Command) => {
      const made = await setUp();
      if (made === null) {
        throw new Refusal(
          appError('NOT_EMPTY', 'The sample is only loaded into an empty database; this one holds data. Nothing was changed.'),
        );
      }
      print(
        command,
        { articleId: made.articleId, file: made.file },
        `Loaded the sample article ${made.articleId}. Accounts are in ${made.file}.`,
      );
    });
}

/**
 * Brings the database to this version and fills it when it is new; null when it holds accounts already. A database
 * that is not there yet is made whole under another name first: stopped half-way, the next start begins afresh
 * instead of finding accounts whose passwords nobody was told.
 */
async function setUp() {
  const file = getEnv().databaseFile;
  if (existsSync(file)) {
    await migrateDatabase(file);
    await withDatabase(async (db) => {
      await bringQueueUpToDate(db);
      await bringTallyUpToDate(db);
      await bringSearchUpToDate(db);
    });
    return withDatabase(firstRun);
  }
  const unfinished = `${file}.new`;
  for (const ending of ['', '-wal', '-shm']) rmSync(unfinished + ending, { force: true });
  await migrateDatabase(unfinished);
  const made = await withDatabase(firstRun, unfinished);
  // Closed, so its write-ahead log is folded in; an empty one would be left behind otherwise.
  assert(!existsSync(`${unfinished}-wal`), 'a closed database has no write-ahead log');
  renameSync(unfinished, file);
  return made;
}

/** The desk, the accounts and the sample; null when there are accounts already. */
async function firstRun(db: Database) {
  if ((await db.read.user.count()) > 0) return null;
  const { deskId } = unwrap(await createDesk(db, 'Desk'));
  const cast = new Map<Role, Actor>();
  const lines: string[] = [];
  for (const account of ACCOUNTS) {
    const password = randomPassword();
    const { userId } = unwrap(await createUser(db, { ...account, deskId, password }));
    cast.set(account.role, { userId, name: account.name, deskId, role: account.role });
    lines.push(`${account.role.padEnd(8)} ${account.email}  ${password}`);
  }
  const file = path.join(getEnv().dataFolder, 'first-run.txt');
  await writeFile(file, `${lines.join('\n')}\n`, { mode: 0o600 });
  const [checker, editor, admin] = ACCOUNTS.map(({ role }) => cast.get(role) as Actor);
  const sample = path.resolve('prisma/sample');
  const { articleId } = unwrap(
    await loadSample(
      db,
      { checker: checker as Actor, editor: editor as Actor, admin: admin as Actor },
      {
        text: await readFile(path.join(sample, 'article.txt')),
        annotation: JSON.parse(await readFile(path.join(sample, 'annotation.json'), 'utf8')),
      },
    ),
  );
  return { file, lines, articleId };
}
