'use server';
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { isSameOrigin } from '@/lib/http/same-origin';
import { endSession } from './auth';

/** Ends the session of this browser. Needs no permission: everybody may leave. */
export async function signOut(): Promise<void> {
  if (isSameOrigin(await headers())) await endSession();
  redirect('/sign-in');
}
