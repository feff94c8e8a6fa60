import { type Answer, send } from './send';

/** The cookies an answer sets, as the browser would send them back. */
function cookiesOf({ headers }: Answer): string {
  return (headers['set-cookie'] ?? []).map((cookie) => cookie.split(';')[0]).join('; ');
}

/** Signs in by next-auth's own routes, as the sign-in form does, and returns the Cookie header of the session. */
export async function signInByHttp(
  address: string,
  { email, password }: { readonly email: string; readonly password: string },
): Promise<string> {
  const csrf = await send(`${address}/api/auth/csrf`);
  const { csrfToken } = JSON.parse(csrf.body) as { csrfToken: string };
  const answer = await send(`${address}/api/auth/callback/credentials`, {
    method: 'POST',
    headers: { Cookie: cookiesOf(csrf), Origin: address, 'Content-Type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ email, password, csrfToken, json: 'true' }).toString(),
  });
  const session = cookiesOf(answer)
    .split('; ')
    .find((cookie) => cookie.includes('hearsay.session='));
  if (answer.status !== 200 || session === undefined) throw new Error(`${email} could not sign in (${answer.status}): ${answer.body}`);
  return session;
}
