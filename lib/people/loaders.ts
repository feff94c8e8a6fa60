import 'server-only';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { findActor, requireActor } from '@/lib/auth/auth';
import { getDatabase } from '@/lib/db/database';
import { can } from '@/lib/permissions/permissions';
import type { Actor } from '@/lib/permissions/roles';
import { findPreferences } from './data';
import type { Preferences } from './preferences';

/**
 * Who is asking and how they like to work, for what surrounds every page; null where nobody is signed in, whom the page
 * itself will send to sign in.
 */
export const loadPreferences = cache(async (): Promise<{ readonly userId: string; readonly preferences: Preferences } | null> => {
  const actor = await findActor();
  if (actor === null || !can(actor, 'preferences.edit', { deskId: actor.deskId })) return null;
  return { userId: actor.userId, preferences: await findPreferences(getDatabase(), actor.userId) };
});

/** Who chooses their keys, for its page. */
export async function loadMyKeys(): Promise<Actor> {
  const actor = await requireActor();
  return can(actor, 'preferences.edit', { deskId: actor.deskId }) ? actor : notFound();
}
