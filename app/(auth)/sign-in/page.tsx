import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { Wordmark } from '@/components/shell/wordmark';
import { findActor } from '@/lib/auth/auth';
import { APP_ERRORS } from '@/lib/kernel/app-error';
import { toReturnPath } from './return-path';
import { SignInForm } from './sign-in-form';

export const metadata: Metadata = { title: 'Sign in' };

export default async function SignInPage({ searchParams }: { searchParams: Promise<{ next?: string | string[] }> }) {
  const returnPath = toReturnPath((await searchParams).next);
  if ((await findActor()) !== null) redirect(returnPath);
  return (
    <main id="main" className="row-start-2 mx-auto grid w-full max-w-80 gap-7 py-10">
      <header className="grid gap-2.5">
        <Wordmark />
        <h1 className="quoted text-h3 text-ink-2">Know who says so.</h1>
      </header>
      {returnPath === '/' ? null : <p className="border-pencil border-l-2 pl-3 text-ink-2">{APP_ERRORS.NOT_SIGNED_IN.message}</p>}
      <SignInForm returnPath={returnPath} />
      <p className="border-rule border-t pt-3 text-small text-ink-3">
        First start? The passwords are in <code className="mono">data/first-run.txt</code> on the machine that runs Hearsay.
      </p>
    </main>
  );
}
