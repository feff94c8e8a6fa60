import 'server-only';
import { cookies } from 'next/headers';
import { decode } from 'next-auth/jwt';
import { getEnv } from '@/lib/env';

/** One name for the cookie, so that only this folder knows it. `__Host-` binds it to https and this host. */
export function sessionCookieName(https: boolean): string {
  return https ? '__Host-hearsay.session' : 'hearsay.session';
}

/** How the cookie is set; it is taken back with the same, or a browser would keep a `__Host-` one. */
export function sessionCookieOptions(https: boolean) {
  return { httpOnly: true, sameSite: 'lax', path: '/', secure: https } as const;
}

/** Tokens that were decrypted before; a token never changes its meaning, so only the Session row is asked again. */
const decrypted = new Map<string, string>();
const DECRYPTED_MAX = 1000;

/** The session id in this request's cookie, or null; whether that session is still good is not said here. */
export async function findSessionId(): Promise<string | null> {
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
