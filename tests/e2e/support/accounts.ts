import { readFile } from 'node:fs/promises';
import path from 'node:path';

export type AccountRole = 'checker' | 'editor' | 'admin';
export type Account = { readonly email: string; readonly password: string };

/** The accounts of a first start, from the file it leaves in the data folder: lines of role, address, password. */
export async function readAccounts(data: string): Promise<Readonly<Record<AccountRole, Account>>> {
  const text = await readFile(path.join(data, 'first-run.txt'), 'utf8');
  const find = (role: AccountRole): Account => {
    const [, email, password] = new RegExp(`^${role}\\s+(\\S+)\\s+(\\S+)$`, 'm').exec(text) ?? [];
    if (email === undefined || password === undefined) throw new Error(`first-run.txt names no ${role}.`);
    return { email, password };
  };
  return { checker: find('checker'), editor: find('editor'), admin: find('admin') };
}
