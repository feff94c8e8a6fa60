import { APP_ERRORS, appError, type ErrorCode } from '@/lib/kernel/app-error';
import { ok, type Result, refused } from '@/lib/kernel/result';

type Credentials = { readonly email: string; readonly password: string };

/**
 * Signs this browser in by next-auth's own routes. Not by its browser library, which leaves the page, and what
 * was typed, when the server cannot be reached. Null when the server could not be reached.
 */
export async function requestSignIn({ email, password }: Credentials): Promise<Result<null> | null> {
  try {
    const csrf = await fetch('/api/auth/csrf', { cache: 'no-store' });
    const { csrfToken } = (await csrf.json()) as { csrfToken: string };
    const response = await fetch('/api/auth/callback/credentials', {
      method: 'POST',
      body: new URLSearchParams({ email, password, csrfToken, json: 'true' }),
    });
    const { url } = (await response.json()) as { url?: string };
    if (response.ok) return ok(null);
    return refused(toError(new URL(url ?? '', window.location.href).searchParams.get('error')));
  } catch (failure) {
    // fetch throws a TypeError when there was no answer; a proxy's error page is not JSON and throws a SyntaxError
    if (failure instanceof TypeError) return null;
    return refused(appError('UNEXPECTED'));
  }
}

/** The server writes "CODE: sentence" (lib/auth/next-auth-options.ts); anything else is next-auth's own and says nothing to a person. */
function toError(text: string | null) {
  const match = /^([A-Z_]+): (.+)$/s.exec(text ?? '');
  const code = match?.[1] ?? '';
  return Object.hasOwn(APP_ERRORS, code) ? appError(code as ErrorCode, match?.[2]) : appError('UNEXPECTED');
}
