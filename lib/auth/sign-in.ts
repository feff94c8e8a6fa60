import 'server-only';
import { z } from 'zod';
import type { Database } from '@/lib/db/database';
import { appError } from '@/lib/kernel/app-error';
import { ok, type Result, refused } from '@/lib/kernel/result';
import { PASSWORD_MAX, verifyAgainstNobody, verifyPassword } from './password';
import { openSession } from './session';
import { countAttempt, forgetAttempt } from './throttle';

const credentialsInput = z.object({ email: z.string().trim().toLowerCase().max(254), password: z.string().min(1).max(PASSWORD_MAX) });

export type SignedIn = { readonly sessionId: string; readonly userId: string };

/**
 * Checks an address and a password and opens a session. `address` is the peer's network address.
 * A wrong password and an unknown account get the same answer after the same time.
 */
export async function signIn(db: Database, credentials: unknown, address: string): Promise<Result<SignedIn>> {
  const parsed = credentialsInput.safeParse(credentials);
  if (!parsed.success) return refused(appError('INVALID', 'Enter an email address and a password.'));
  const { email, password } = parsed.data;
  const wait = await countAttempt(email, address);
  if (wait !== null) return refused(appError('THROTTLED', `Too many failed attempts. Try again in ${inWords(wait)}.`));
  const user = await db.read.user.findUnique({
    where: { email },
    select: {
      id: true,
      passwordHash: true,
      disabledAt: true,
      memberships: { orderBy: { createdAt: 'asc' }, take: 1, select: { deskId: true } },
    },
  });
  const right = user === null ? await verifyAgainstNobody(password) : await verifyPassword(user.passwordHash, password);
  if (user === null || !right) return refused(appError('INVALID', 'This address and password do not belong together.'));
  const desk = user.memberships[0];
  if (user.disabledAt !== null || desk === undefined)
    return refused(appError('FORBIDDEN', 'This account is disabled. Ask an administrator.'));
  await forgetAttempt(email, address);
  const session = await openSession(db, { userId: user.id, deskId: desk.deskId }, user.passwordHash);
  return session.ok ? ok({ sessionId: session.value.sessionId, userId: user.id }) : session;
}

function inWords(seconds: number): string {
  return seconds < 90 ? `${seconds} seconds` : `${Math.ceil(seconds / 60)} minutes`;
}
