import 'server-only';
import type { AuditEvent } from '@/lib/audit/audit-event';
import type { Database } from '@/lib/db/database';
import { refuse, write } from '@/lib/db/write';
import { appError } from '@/lib/kernel/app-error';
import { newId } from '@/lib/kernel/ids';
import type { Result } from '@/lib/kernel/result';
import type { Actor, Role } from '@/lib/permissions/roles';

/** How long a session lasts at most, in seconds: one week. */
export const SESSION_SECONDS = 7 * 24 * 60 * 60;

type SessionAuditEvent = AuditEvent<'session.opened' | 'session.closed', { readonly userId: string }>;

/**
 * Writes the row that makes a sign-in valid. `checkedHash` is the password hash the person was checked against:
 * refuses when the account was disabled or got another password since, which ended only the sessions of then.
 */
export async function openSession(
  db: Database,
  user: { readonly userId: string; readonly deskId: string },
  checkedHash: string,
): Promise<Result<{ readonly sessionId: string }>> {
  return write({ db, actor: null }, async (tx, now) => {
    const unchanged = await tx.user.count({ where: { id: user.userId, passwordHash: checkedHash, disabledAt: null } });
    if (unchanged === 0) return refuse(appError('INVALID', 'This account was changed just now. Sign in again.'));
    const sessionId = newId();
    const expiresAt = new Date(now.getTime() + SESSION_SECONDS * 1000);
    await tx.session.create({ data: { id: sessionId, ...user, createdAt: now, expiresAt }, select: { id: true } });
    const event: SessionAuditEvent = { type: 'session.opened', subjectId: sessionId, data: { userId: user.userId } };
    return { value: { sessionId }, events: [event] };
  });
}

/** Ends a session at once, whatever token still names it. */
export async function closeSession(db: Database, sessionId: string): Promise<Result<null>> {
  return write({ db, actor: null }, async (tx, now) => {
    const session = await tx.session.findUnique({ where: { id: sessionId }, select: { userId: true, revokedAt: true } });
    if (session === null || session.revokedAt !== null) return { value: null, events: [] };
    await tx.session.update({ where: { id: sessionId }, data: { revokedAt: now }, select: { id: true } });
    const event: SessionAuditEvent = { type: 'session.closed', subjectId: sessionId, data: { userId: session.userId } };
    return { value: null, events: [event] };
  });
}

/**
 * Who a live session belongs to, with the role they have now; null when it was ended, ran out, or the
 * account was disabled or left the desk. One query: it is asked on every request.
 */
export async function findSessionActor(db: Database, sessionId: string, now: Date): Promise<Actor | null> {
  const [row] = await db.rows<{ userId: string; name: string; deskId: string; role: string }>(
    `SELECT u."id" AS "userId", u."name", m."deskId", m."role"
     FROM "Session" s
     JOIN "User" u ON u."id" = s."userId"
     JOIN "Membership" m ON m."userId" = u."id" AND m."deskId" = s."deskId"
     WHERE s."id" = ? AND s."revokedAt" IS NULL AND s."expiresAt" > ? AND u."disabledAt" IS NULL`,
    [sessionId, now],
  );
  return row === undefined ? null : { ...row, role: row.role as Role };
}
