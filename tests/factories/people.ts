import { randomUUID } from 'node:crypto';
import type { Database } from '@/lib/db/database';
import type { ActorScope, WriteScope } from '@/lib/db/write';
import { newId } from '@/lib/kernel/ids';
import { deny, type Permission, type ResourceOf } from '@/lib/permissions/permissions';
import type { Actor, Role } from '@/lib/permissions/roles';

/** The people of one desk: two of each role that can stand in another's way. */
export type TestDesk = {
  readonly deskId: string;
  readonly checker: Actor;
  readonly otherChecker: Actor;
  readonly editor: Actor;
  readonly otherEditor: Actor;
  readonly admin: Actor;
};

/** No password opens this account; tests of signing in make theirs with createUser. */
const NO_PASSWORD = '!';

/** A desk with its people, written without the audit trail so that a test's own events stand alone. */
export async function createTestDesk(db: Database, name = 'Desk'): Promise<TestDesk> {
  const deskId = newId();
  const createdAt = new Date('2026-01-01T00:00:00.000Z');
  await db.transact(async (tx) => {
    await tx.desk.create({ data: { id: deskId, name, createdAt } });
  });
  const person = async (called: string, role: Role): Promise<Actor> => {
    const userId = newId();
    await db.transact(async (tx) => {
      await tx.user.create({
        data: { id: userId, email: `${userId}@example.org`, name: `${called} of ${name}`, passwordHash: NO_PASSWORD, createdAt },
      });
      await tx.membership.create({ data: { deskId, userId, role, createdAt } });
    });
    return { userId, name: `${called} of ${name}`, deskId, role };
  };
  return {
    deskId,
    checker: await person('Cleo', 'checker'),
    otherChecker: await person('Otto', 'checker'),
    editor: await person('Edith', 'editor'),
    otherEditor: await person('Emil', 'editor'),
    admin: await person('Ada', 'admin'),
  };
}

/** The scope a server action would give its mutation: the actor, and the permission asked again inside the write. */
export function as<Name extends Permission>(
  db: Database,
  actor: Actor,
  permission: Name,
  more: Pick<WriteScope, 'once' | 'clock'> = {},
): ActorScope<ResourceOf<Name>> {
  return { db, actor, permit: (resource) => deny(actor, permission, resource), ...more };
}

/** A write key as the browser makes one. */
export function newKey(): string {
  return randomUUID();
}
