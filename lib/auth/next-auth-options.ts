import 'server-only';
import type { NextAuthOptions } from 'next-auth';
import Credentials from 'next-auth/providers/credentials';
import { getDatabase } from '@/lib/db/database';
import { getEnv } from '@/lib/env';
import { PEER_HEADER } from '@/lib/http/peer';
import { closeSession, SESSION_SECONDS } from './session';
import { findSessionId, sessionCookieName, sessionCookieOptions } from './session-cookie';
import { signIn } from './sign-in';

/** next-auth signs people in and keeps the cookie; whether a session is still good is asked of the Session table (auth.ts). */
export function nextAuthOptions(): NextAuthOptions {
  const { https, sessionSecret } = getEnv();
  return {
    ...(sessionSecret === null ? {} : { secret: sessionSecret }),
    session: { strategy: 'jwt', maxAge: SESSION_SECONDS },
    pages: { signIn: '/sign-in', error: '/sign-in' },
    useSecureCookies: https,
    cookies: {
      sessionToken: { name: sessionCookieName(https), options: sessionCookieOptions(https) },
    },
    providers: [
      Credentials({
        id: 'credentials',
        credentials: { email: {}, password: {} },
        // A thrown message reaches the form as its error code and sentence; a null would lose the reason.
        authorize: async (credentials, request) => {
          const result = await signIn(getDatabase(), credentials, String(request.headers?.[PEER_HEADER] ?? 'unknown'));
          if (!result.ok) throw new Error(`${result.error.code}: ${result.error.message}`);
          // The browser's session before this one: nobody holds its cookie any more.
          const previous = await findSessionId();
          if (previous !== null) await closeSession(getDatabase(), previous);
          return { id: result.value.userId, sessionId: result.value.sessionId };
        },
      }),
    ],
    callbacks: {
      jwt: ({ token, user }) => (user !== undefined && 'sessionId' in user ? { sub: user.id, sid: user.sessionId } : token),
      // The browser learns nothing from next-auth's session route; pages are rendered for the actor.
      session: ({ session }) => ({ expires: session.expires }),
    },
    events: {
      signOut: async ({ token }) => {
        if (typeof token?.sid === 'string') await closeSession(getDatabase(), token.sid);
      },
    },
  };
}
