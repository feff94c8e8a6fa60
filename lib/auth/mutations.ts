import 'server-only';
import type { AuditEvent } from '@/lib/audit/audit-event';
import type { Database } from '@/lib/db/database';
import { refuse, write } from '@/lib/db/write';
import { appError } from '@/lib/kernel/app-error';
import { newId } from '@/lib/kernel/ids';
import { type Result, refused } from '@/lib/kernel/result';
import type { Role } from '@/lib/permissions/roles';
import { hashPassword, PASSWORD_MIN } from './password';

type AccountAuditEvent =
  | AuditEvent<'desk.created', { readonly name: string }>
  | AuditEvent<'user.created', { readonly email: string; readonly role: Role }>
  | AuditEvent<'user.password_reset' | 'user.disabled' | 'user.enabled', Record<string, never>>;

/** The desk everything belongs to until there are more; created when the database is new. */
export async function createDesk(db: Database, name: string): Promise<Result<{ readonly deskId: string }>> {
  return write({ db, actor: null }, async (tx, now) => {
    const deskId = newId();
    await tx.desk.create({ data: { id: deskId, name, createdAt: now }, select: { id: true } });
    const event: AccountAuditEvent = { type: 'desk.created', subjectId: deskId, data: { name } };
    return { value: { deskId }, events: [event] };
  });
}

/** A new account with a role on one desk. The address is compared in lower case. */
export async function createUser(
  db: Database,
  user: { readonly deskId: string; readonly email: string; readonly name: string; readonly role: Role; readonly password: string },
): Promise<Result<{ readonly userId: string }>> {
  const email = user.email.trim().toLowerCase();
  if (!/^[^\s@]+@[^\s@]+$/.test(email)) return refused(appError('INVALID', 'This is not an email address.', { field: 'email' }));
  if (user.password.length < PASSWORD_MIN) return refused(tooShort());
  const passwordHash = await hashPassword(user.password);
  return write({ db, actor: null }, async (tx, now) => {
    const taken = await tx.user.findUnique({ where: { email }, select: { id: true } });
    if (taken !== null) return refuse(appError('INVALID', `There is an account for ${email} already.`, { field: 'email' }));
    const userId = newId();
    await tx.user.create({ data: { id: userId, email, name: user.name, passwordHash, createdAt: now }, select: { id: true } });
    await tx.membership.create({ data: { deskId: user.deskId, userId, role: user.role, createdAt: now }, select: { userId: true } });
    const event: AccountAuditEvent = { type: 'user.created', subjectId: userId, data: { email, role: user.role } };
    return { value: { userId }, events: [event] };
  });
}

/** Sets a new password and ends every session of the account. */
export async function resetPassword(db: Database, email: string, password: string): Promise<Result<{ readonly userId: string }>> {
  if (password.length < PASSWORD_MIN) return refused(tooShort());
  const passwordHash = await hashPassword(password);
  return changeAccount(db, email, { passwordHash }, 'user.password_reset');
}

/** A disabled account cannot sign in, and its sessions end at once. Its work stays. */
export async function setDisabled(db: Database, email: string, disabled: boolean, now: Date): Promise<Result<{ readonly userId: string }>> {
  return changeAccount(db, email, { disabledAt: disabled ? now : null }, disabled ? 'user.disabled' : 'user.enabled');
}

async function changeAccount(
  db: Database,
  email: string,
  data: { readonly passwordHash: string } | { readonly disabledAt: Date | null },
  type: 'user.password_reset' | 'user.disabled' | 'user.enabled',
): Promise<Result<{ readonly userId: string }>> {
  return write({ db, actor: null }, async (tx, now) => {
    const user = await tx.user.findUnique({ where: { email: email.trim().toLowerCase() }, select: { id: true } });
    if (user === null) return refuse(appError('NOT_FOUND', `There is no account for ${email}.`));
    await tx.user.update({ where: { id: user.id }, data, select: { id: true } });
    await tx.session.updateMany({ where: { userId: user.id, revokedAt: null }, data: { revokedAt: now } });
    const event: AccountAuditEvent = { type, subjectId: user.id, data: {} };
    return { value: { userId: user.id }, events: [event] };
  });
}

function tooShort() {
  return appError('INVALID', `A password has at least ${PASSWORD_MIN} characters.`, { field: 'password' });
}
