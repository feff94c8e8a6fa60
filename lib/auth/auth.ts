import 'server-only';
import { cookies, headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { cache } from 'react';
import { getDatabase } from '@/lib/db/database';
import { getEnv } from '@/lib/env';
import { PATH_HEADER } from '@/lib/http/peer';
import type { Actor } from '@/lib/permissions/roles';
import { closeSession, findSessionActor } from './session';
import { findSessionId, sessionCookieName, sessionCookieOptions } from './session-cookie';

/**
 * The one way to know who is asking. The cookie only carries a session id; the Session table decides,
 * on every request, so that signing out and disabling an account take effect at once.
 */
export const findActor = cache(async (): Promise<Actor | null> => {
  const sessionId = await findSessionId();
  return sessionId === null ? null : findSessionActor(getDatabase(), sessionId, new Date());
});

/** The actor, and how to ask again later, for answers that last longer than a moment: null once the session is over. */
export async function findLastingActor(): Promise<{ readonly actor: Actor; readonly again: () => Promise<Actor | null> } | null> {
  const sessionId = await findSessionId();
  if (sessionId === null) return null;
  const again = () => findSessionActor(getDatabase(), sessionId, new Date());
  const actor = await again();
  return actor === null ? null : { actor, again };
}

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
  const { https } = getEnv();
  (await cookies()).set(sessionCookieName(https), '', { ...sessionCookieOptions(https), maxAge: 0 });
}
