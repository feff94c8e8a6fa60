import 'server-only';
import type { Command } from 'commander';
import { bringQueueUpToDate, renewQueue } from '@/lib/claims/queue/mutations';
import { bringTallyUpToDate, renewTally } from '@/lib/claims/tally/mutations';
import { backupDatabase } from '@/lib/db/backup';
import { migrateDatabase } from '@/lib/db/migrate';
import { getEnv } from '@/lib/env';
import { appError, Refusal } from '@/lib/kernel/app-error';
import { bringSearchUpToDate, renewSearch } from '@/lib/search/mutations';
import { verifyDatabase } from '@/lib/verify/data';
import { withDatabase } from '../context';
import { print } from '../print';

/** migrate, backup, verify, renew-queue, renew-tally, renew-search */
export function addDatabaseCommands(program: Command): void {
  program
    .command('migrate')
    .description('bring the database to this version, making it first where it is missing')
    .action(async (_options, command: Command) => {
      const applied = await migrateDatabase(getEnv().databaseFile);
      await withDatabase(async (db) => {
        await bringQueueUpToDate(db);
        await bringTallyUpToDate(db);
        await bringSearchUpToDate(db);
      });
      print(command, { applied }, applied.length === 0 ? 'The database is up to date.' : `Applied ${applied.join(', ')}.`);
    });

  program
    .command('backup <file>')
    .description('copy the database, while it is in use, into a new file')
    .action(async (file: string, _options, command: Command) => {
      const bytes = await backupDatabase(getEnv().databaseFile, file);
      print(command, { file, bytes }, `Wrote ${file} (${bytes} bytes).`);
    });

  program
    .command('verify')
    .description(
      'check integrity, foreign keys, text hashes, that every span holds its quote, the lists of the queue, the counts of the figures, the index of search, and the chain of the audit trail',
    )
    .option('--audit-head <hash>', 'a hash that an earlier verify printed: the trail has to go on from there')
    .action(async ({ auditHead = null }: { auditHead?: string | null }, command: Command) => {
      const report = await withDatabase((db) => verifyDatabase(db, auditHead));
      const { checked, audit, problems } = report;
      const counts = `${checked.articles} articles, ${checked.claims} claims, ${checked.spans} spans, ${audit.events} audit events up to ${audit.head}`;
      if (problems.length === 0) print(command, report, `Nothing wrong. Checked ${counts}.`);
      else {
        print(command, report, `Checked ${counts}.\n${problems.join('\n')}`);
        throw new Refusal(appError('INVALID', `${problems.length} problems found.`));
      }
    });

  program
    .command('renew-queue')
    .description('work out the lists of the review queue anew from the claims')
    .action(async (_options, command: Command) => {
      const waiting = await withDatabase(renewQueue);
      print(command, { waiting }, waiting === 1 ? '1 claim waits.' : `${waiting} claims wait.`);
    });

  program
    .command('renew-tally')
    .description('count anew what was done with claims, for the figures')
    .action(async (_options, command: Command) => {
      const steps = await withDatabase(renewTally);
      print(command, { steps }, steps === 1 ? '1 step is counted.' : `${steps} steps are counted.`);
    });

  program
    .command('renew-search')
    .description('index articles, claims and sources anew for the search')
    .action(async (_options, command: Command) => {
      const found = await withDatabase(renewSearch);
      print(command, { found }, found === 1 ? '1 thing can be found.' : `${found} things can be found.`);
    });
}
