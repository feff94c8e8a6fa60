'use client';

import { type SubmitEvent, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { ErrorNote } from '@/components/ui/error-note';
import { PasswordField } from '@/components/ui/password-field';
import { TextField } from '@/components/ui/text-field';
import type { ErrorCode } from '@/lib/kernel/app-error';
import { requestSignIn } from './request-sign-in';

type Failure = { readonly title: string; readonly message: string };

const TITLES: Partial<Record<ErrorCode, string>> = {
  INVALID: 'Not signed in.',
  THROTTLED: 'Wait a little.',
  FORBIDDEN: 'No access.',
};

const OFFLINE: Failure = { title: 'No connection.', message: 'Hearsay could not be reached. What you typed is still here.' };

export function SignInForm({ returnPath }: { returnPath: string }) {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const password = useRef<HTMLInputElement>(null);

  async function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    if (busy) return;
    const form = new FormData(event.currentTarget);
    setBusy(true);
    setFailure(null);
    const result = await requestSignIn({ email: String(form.get('email')), password: String(form.get('password')) });
    // The whole page anew: nothing of a former session may stay in memory.
    if (result?.ok) return window.location.assign(returnPath);
    setBusy(false);
    setFailure(result === null ? OFFLINE : { title: TITLES[result.error.code] ?? 'Not signed in.', message: result.error.message });
    password.current?.focus();
    password.current?.select();
  }

  return (
    // POST, so that a submit before the script has loaded never writes a password into the address.
    <form method="post" onSubmit={submit} className="grid gap-4">
      <TextField
        label="Email"
        name="email"
        type="email"
        autoComplete="username"
        inputMode="email"
        autoCapitalize="off"
        spellCheck={false}
        required
        autoFocus
      />
      <PasswordField ref={password} label="Password" name="password" autoComplete="current-password" required />
      {failure === null ? null : <ErrorNote title={failure.title}>{failure.message}</ErrorNote>}
      <Button type="submit" tone="primary" className="h-9" unavailable={busy}>
        {busy ? 'Signing in…' : 'Sign in'}
      </Button>
    </form>
  );
}
