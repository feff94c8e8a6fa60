import 'server-only';
import { type Database, openDatabase } from '@/lib/db/database';
import { requireCurrentDatabase } from '@/lib/db/migration-status';
import { getEnv } from '@/lib/env';
import { appError, Refusal } from '@/lib/kernel/app-error';
import { deny, type Permission, type ResourceOf } from '@/lib/permissions/permissions';
import type { Actor, Role } from '@/lib/permissions/roles';

/** Runs `work` on a migrated database, that of this environment unless told otherwise, and closes it afterwards. */
export async function withDatabase<Value>(work: (db: Database) => Promise<Value>, file: string = getEnv().databaseFile): Promise<Value> {
  requireCurrentDatabase(file);
  const db = openDatabase(file);
  try {
    return await work(db);
  } finally {
    await db.close();
  }
}

/**
 * Who a command acts as: the account with this address, or the first administrator. The permission
 * table is asked just as for a browser.
 */
export async function findCliActor(db: Database, email: string | undefined): Promise<Actor> {
  const member = await db.read.membership.findFirst({
    where:
      email === undefined
        ? { role: 'admin', user: { disabledAt: null } }
        : { user: { email: email.trim().toLowerCase(), disabledAt: null } },
    orderBy: { createdAt: 'asc' },
    select: { deskId: true, role: true, user: { select: { id: true, name: true } } },
  });
  if (member === null) {
    const who = email === undefined ? 'no administrator' : `no active account for ${email}`;
    throw new Refusal(appError('NOT_FOUND', `There is ${who}. Make one with: npm run -s hearsay -- create-user <email> --role admin`));
  }
  return { userId: member.user.id, name: member.user.name, deskId: member.deskId, role: member.role as Role };
}

/** The scope of one write by this actor, with its permission. */
export function toScope<Name extends Permission>(db: Database, actor: Actor, permission: Name) {
  return { db, actor, permit: (resource: ResourceOf<Name>) => deny(actor, permission, resource) };
}

/** Stops when the permission table refuses. */
export function requirePermission<Name extends Permission>(actor: Actor, permission: Name, resource: ResourceOf<Name>): void {
  const refusal = deny(actor, permission, resource);
  if (refusal !== null) throw new Refusal(refusal);
}
