import 'server-only';
import { cookies, headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { decode } from 'next-auth/jwt';
import { cache } from 'react';
import { getDatabase } from '@/lib/db/database';
import { getEnv } from '@/lib/env';
import { PATH_HEADER } from '@/lib/http/peer';
import type { Actor } from '@/lib/permissions/roles';
import { sessionCookieName } from './next-auth-options';
import { closeSession, findSessionActor } from './session';

/**
 * The one way to know who is asking. The cookie only carries a session id; the Session table decides,
 * on every request, so that signing out and disabling an account take effect at once.
 */
export const findActor = cache(async (): Promise<Actor | null> => {
  const sessionId = await findSessionId();
  return sessionId === null ? null : findSessionActor(getDatabase(), sessionId, new Date());
});

/** The actor, for pages: somebody who is not signed in is sent to the sign-in page and back. */
export async function requireActor(): Promise<Actor> {
  const actor = await findActor();
  if (actor !== null) return actor;
  const path = (await headers()).get(PATH_HEADER);
  return redirect(path === null || path === '/' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(path)}`);
}

/** Ends this browser's session. */
export async function endSession(): Promise<void> {
  const sessionId = await findSessionId();
  if (sessionId !== null) await closeSession(getDatabase(), sessionId);
  (await cookies()).delete(sessionCookieName(getEnv().https));
}

/** Tokens that were decrypted before; a token never changes its meaning, so only the Session row is asked again. */
const decrypted = new Map<string, string>();
const DECRYPTED_MAX = 1000;

async function findSessionId(): Promise<string | null> {
  const { https, sessionSecret } = getEnv();
  const token = (await cookies()).get(sessionCookieName(https))?.value;
  if (token === undefined || sessionSecret === null) return null;
  const known = decrypted.get(token);
  if (known !== undefined) return known;
  // next-auth throws on a token it did not make; that is a visitor, not a fault of ours.
  const payload = await decode({ token, secret: sessionSecret }).catch(() => null);
  if (typeof payload?.sid !== 'string') return null;
  if (decrypted.size >= DECRYPTED_MAX) decrypted.clear();
  decrypted.set(token, payload.sid);
  return payload.sid;
}
