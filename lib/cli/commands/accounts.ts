import 'server-only';
import { randomBytes } from 'node:crypto';
import type { Command } from 'commander';
import { createUser, resetPassword, setDisabled } from '@/lib/auth/mutations';
import { appError, Refusal } from '@/lib/kernel/app-error';
import { ROLES, type Role } from '@/lib/permissions/roles';
import { unwrap, WrongUse } from '../cli-error';
import { withDatabase } from '../context';
import { print } from '../print';

/** create-user, reset-password, disable-user, enable-user: the machine's owner manages accounts without signing in. */
export function addAccountCommands(program: Command): void {
  program
    .command('create-user <email>')
    .description('make an account and print its random password once')
    .requiredOption('--role <role>', `one of ${ROLES.join(', ')}`)
    .option('--name <name>', 'the name others see (default: the part before the @)')
    .action(createAccount);

  program
    .command('reset-password <email>')
    .description('set a new random password, print it once, and end the sessions of the account')
    .action(async (email: string, _options, command: Command) => {
      const password = randomPassword();
      unwrap(await withDatabase((db) => resetPassword(db, email, password)));
      print(command, { email, password }, `New password for ${email}: ${password}`);
    });

  for (const [name, disabled] of [
    ['disable-user', true],
    ['enable-user', false],
  ] as const) {
    program
      .command(`${name} <email>`)
      .description(
        disabled ? 'stop an account from signing in and end its sessions; its work stays' : 'let a disabled account sign in again',
      )
      .action(async (email: string, _options, command: Command) => {
        unwrap(await withDatabase((db) => setDisabled(db, email, disabled, new Date())));
        print(command, { email, disabled }, `${email} is ${disabled ? 'disabled' : 'enabled'}.`);
      });
  }
}

/** 20 letters and digits: 100 bits and more, and nothing a terminal or a person mistakes. */
export function randomPassword(): string {
  const alphabet = 'abcdefghijkmnpqrstuvwxyz23456789';
  return Array.from(randomBytes(20), (byte) => alphabet[byte % alphabet.length]).join('');
}

async function createAccount(email: string, options: { role: string; name?: string }, command: Command): Promise<void> {
  const role = ROLES.find((known) => known === options.role);
  if (role === undefined) throw new WrongUse(`There is no role “${options.role}”. Choose one of ${ROLES.join(', ')}.`);
  const password = randomPassword();
  const name = options.name ?? (email.split('@')[0] || email);
  await withDatabase(async (db) => {
    const desk = await db.read.desk.findFirst({ orderBy: { createdAt: 'asc' }, select: { id: true } });
    if (desk === null) throw new Refusal(appError('NOT_FOUND', 'There is no desk yet. Run: npm run -s hearsay -- setup'));
    unwrap(await createUser(db, { deskId: desk.id, email, name, role: role satisfies Role, password }));
  });
  print(command, { email, role, password }, `Account ${email} (${role}). Password, shown once: ${password}`);
}
