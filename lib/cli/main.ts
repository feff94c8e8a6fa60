import 'server-only';
import { Command, CommanderError } from 'commander';
import { toStorageError } from '@/lib/db/storage-error';
import { Refusal } from '@/lib/kernel/app-error';
import { PRODUCT } from '@/lib/kernel/product';
import { WrongUse } from './cli-error';
import { addAccountCommands } from './commands/accounts';
import { addAgreementCommands } from './commands/agreement';
import { addArticleCommands } from './commands/articles';
import { addCalibrationCommands } from './commands/calibration';
import { addDatabaseCommands } from './commands/database';
import { addExportCommand } from './commands/export';
import { addSetupCommands } from './commands/setup';

/**
 * The `hearsay` command: thin, over the same mutations and permission table as the pages.
 * Answers go to standard output, everything else to standard error.
 * Exit codes: 0 done, 1 refused (with the reason), 2 used wrongly.
 */
const json = process.argv.includes('--json');
const program = new Command('hearsay')
  .description('Know who says so: articles, claims and reports of this Hearsay.')
  .version(PRODUCT.version)
  .option('--json', 'print the answer, or the refusal, as one line of JSON')
  .configureOutput({ writeErr: (text) => (json ? undefined : process.stderr.write(text)) })
  .showHelpAfterError()
  .exitOverride();

addArticleCommands(program);
addExportCommand(program);
addAgreementCommands(program);
addCalibrationCommands(program);
addAccountCommands(program);
addDatabaseCommands(program);
addSetupCommands(program);

try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = fail(error);
}

function fail(error: unknown): number {
  if (error instanceof CommanderError) {
    if (error.exitCode !== 0 && json) tell('WRONG_USE', error.message);
    return error.exitCode === 0 ? 0 : 2; // commander has told the rest itself
  }
  if (error instanceof WrongUse) {
    tell('WRONG_USE', error.message);
    return 2;
  }
  const refusal = error instanceof Refusal ? error.error : toStorageError(error);
  if (refusal !== null) tell(refusal.code, refusal.message);
  else tell('UNEXPECTED', error instanceof Error ? error.message : String(error), error instanceof Error ? error.stack : undefined);
  return 1;
}

function tell(code: string, message: string, stack?: string): void {
  console.error(json ? JSON.stringify({ error: { code, message, stack } }) : [message, stack].filter(Boolean).join('\n'));
}
