import 'server-only';
import { Command, CommanderError } from 'commander';
import { Refusal } from '@/lib/kernel/app-error';
import { PRODUCT } from '@/lib/kernel/product';
import { toStorageError } from '@/lib/db/storage-error';
import { addAccountCommands } from './commands/accounts';
import { addArticleCommands } from './commands/articles';
import { addDatabaseCommands } from './commands/database';
import { addSetupCommands } from './commands/setup';
import { WrongUse } from './cli-error';

/**
 * The `hearsay` command: thin, over the same mutations and permission table as the pages.
 * Answers go to standard output, everything else to standard error.
 * Exit codes: 0 done, 1 refused (with the reason), 2 used wrongly.
 */
const program = new Command('hearsay')
  .description('Know who says so: articles, claims and reports of this Hearsay.')
  .version(PRODUCT.version)
  .option('--json', 'print the answer, or the refusal, as one line of JSON')
  .showHelpAfterError()
  .exitOverride();

addArticleCommands(program);
addAccountCommands(program);
addDatabaseCommands(program);
addSetupCommands(program);

try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = fail(error);
}

function fail(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  const refusal = error instanceof Refusal ? error.error : error instanceof WrongUse ? null : toStorageError(error);
  const code = error instanceof WrongUse ? 'WRONG_USE' : (refusal?.code ?? 'UNEXPECTED');
  const message = refusal?.message ?? (error instanceof Error ? error.message : String(error));
  console.error(program.opts().json ? JSON.stringify({ error: { code, message } }) : message);
  if (code === 'UNEXPECTED' && error instanceof Error) console.error(error.stack);
  return error instanceof WrongUse ? 2 : 1;
}
